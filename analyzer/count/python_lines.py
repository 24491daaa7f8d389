"""Python source -> its line vector: a whole text, or the next version of a text counted before.

Successive versions of a file share most of their bytes before the first and after the last change. The counter keeps
what each line of the version before was counted as, and where the scanner could begin, and scans only from the last
such place before the change to the first behind it at which it stands as it stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from analyzer.count.python_astray import astray
from analyzer.count.python_licence import licence_lines
from analyzer.count.python_masks import bits, vector
from analyzer.count.python_scan import BEGINNING, scan
from analyzer.count.python_tokens import START, universal
from analyzer.model.lines import LineVector

_BLANK = bits("blank")
_MARKABLE = bits("comment") | bits("docstring")
_FIRST_STEP = 16
"""Lines by which the scanned part grows when the scanner is not yet in the same state behind the change."""


def python_lines(data: bytes) -> LineVector:
    """Return the line vector of Python source in any encoding that is ASCII for ASCII, of any version of Python."""
    text = universal(data)
    masks, _ = scan(text, BEGINNING)
    return _vector(data, text, masks, Counter(masks))


def _vector(data: bytes, text: bytes, masks: Sequence[int], counts: Mapping[int, int]) -> LineVector:
    found = vector(counts)._replace(
        licence=licence_lines(text, masks),
        edge_blank=_edges(text, masks),
        shebang=int(text.startswith(b"#!")),
        marked_start=int(data.startswith(START) and bool(masks) and masks[0] & _MARKABLE != 0),
    )
    return astray(text, found, counts)


def _edges(text: bytes, masks: Sequence[int]) -> int:
    """Return how many lines at both ends of the text are empty; all but one if none is filled."""
    filled = text.strip(b"\n")
    if not filled:
        return max(len(masks) - 1, 0)
    first = text.index(filled)
    last = len(text) - first - len(filled) - 1
    return first + (last if masks[-1] & _BLANK else 0)


class PythonCounter:
    """Counts versions of a file one after the other, each at the price of its change."""

    def __init__(self) -> None:
        self._text = b""
        self._masks: list[int] = []
        self._states = bytearray((BEGINNING,))
        self._counts: Counter[int] = Counter()

    def count(self, data: bytes) -> LineVector:
        """Return what `python_lines` returns, and remember this version."""
        return _vector(data, self._read(data), self._masks, self._counts)

    def masks(self, data: bytes) -> Sequence[int]:
        """Return what each line counts for (see `python_masks`), and remember this version."""
        self._read(data)
        return self._masks

    def _read(self, data: bytes) -> bytes:
        text = universal(data)
        if text != self._text:
            self._update(text)
        return text

    def _update(self, text: bytes) -> None:
        old, states = self._text, self._states
        head = common_head(old, text)
        tail = min(common_tail(old, text), len(old) - head, len(text) - head)
        line = old.count(b"\n", 0, head)
        start = old.rfind(b"\n", 0, head) + 1
        while not states[line] or text.endswith(b"\\\n", 0, start):
            line, start = line - 1, old.rfind(b"\n", 0, start - 1) + 1
        shift = len(text) - len(old)
        stop = _next_line(text, len(text) - tail)
        last = old.count(b"\n", 0, stop - shift)
        step = _FIRST_STEP
        while True:
            while not states[last] and stop < len(text):
                last, stop = last + 1, _next_line(text, stop)
            masks, found = scan(text[start:stop], states[line])
            if stop == len(text) or found[-1] == states[last]:
                break
            for _ in range(step):
                if stop < len(text):
                    last, stop = last + 1, _next_line(text, stop)
            step *= 2
        self._counts.subtract(self._masks[line:last])
        self._counts.update(masks)
        self._masks[line:last] = masks
        states[line : last + 1] = found
        self._text = text


def _next_line(text: bytes, position: int) -> int:
    """Return where the first line begins that does so behind `position`; the text's length if none does."""
    return text.find(b"\n", position) + 1 or len(text)


def common_head(one: bytes, other: bytes) -> int:
    """Return how many bytes two texts share at their beginning."""
    low, size = 0, 64
    end = min(len(one), len(other))
    while low < end and one[low : low + size] == other[low : low + size]:
        low, size = min(low + size, end), size * 2
    high = min(low + size, end)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_tail(one: bytes, other: bytes) -> int:
    """Return how many bytes two texts share at their end."""
    low, size = 0, 64
    end = min(len(one), len(other))
    while low < end and _tail(one, low, low + size) == _tail(other, low, low + size):
        low, size = min(low + size, end), size * 2
    high = min(low + size, end)
    while low < high:
        middle = (low + high + 1) // 2
        if _tail(one, low, middle) == _tail(other, low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _tail(text: bytes, low: int, high: int) -> bytes:
    """Return the bytes that stand `high` to `low` from the end."""
    return text[max(len(text) - high, 0) : len(text) - low]
