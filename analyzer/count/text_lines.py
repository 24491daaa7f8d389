"""The line vector of every language but Python.

Comments and multi-line strings are overwritten by marks; what kind a line is then shows in which marks are left on it.
All of that is whole-file work on bytes: only the tokens themselves are met one by one.
"""

from __future__ import annotations

from codecs import BOM_UTF8

import numpy as np
import numpy.typing as npt

from analyzer.count.grammar import Grammar, Kind, Token, grammar
from analyzer.model.lines import LineVector

SPACE = b" \t\v\f"
COMMENT_MARK = b"\x01"
STRING_MARK = b"\x02"
BARE_MARK = b"\x03"
"""For characters of a comment that are neither letters nor digits."""
COMMENT_MARKS = COMMENT_MARK + BARE_MARK
MARKS = COMMENT_MARKS + STRING_MARK

_WHITE = frozenset(b" \t\n\v\f\r")
_COMMENT_MARK_OF = [COMMENT_MARK[0] if byte >= 128 or chr(byte).isalnum() else BARE_MARK[0] for byte in range(256)]
BARE = bytes(byte for byte in range(128) if not chr(byte).isalnum())
AS_COMMENT = bytes(byte if byte in _WHITE else _COMMENT_MARK_OF[byte] for byte in range(256))
AS_STRING = bytes(byte if byte in _WHITE else STRING_MARK[0] for byte in range(256))
AS_TEXT = bytes.maketrans(BARE_MARK, COMMENT_MARK)
WITHOUT_MARKS = bytes.maketrans(MARKS, b"xxx")
_RANK_OF = bytes(0 if byte in _WHITE else 1 if byte in COMMENT_MARKS else 2 for byte in range(256))


def text_lines(language: str, data: bytes) -> LineVector:
    """Count the lines of `data`, which is written in `language` (a name of the table; KeyError for any other)."""
    data = _plain(data)
    marked = _Marked(data)
    marked.read(grammar(language), 0, len(data))
    return _vector(data, marked)


def marked_text(language: str, data: bytes) -> npt.NDArray[np.uint8]:
    """Return for each line: 0 if there is only white space on it, 1 if only comment too, 2 if there is anything else.

    `data` and `language` as for `text_lines`; `data` is not empty.
    """
    data = _plain(data)
    marked = _Marked(data, whole=True)
    marked.read(grammar(language), 0, len(data))
    touched = b"".join(marked.pieces)
    ranks = np.frombuffer(touched.translate(_RANK_OF), np.uint8)
    ends = np.flatnonzero(np.frombuffer(touched, np.uint8) == ord("\n")) + 1
    starts = np.append(0, ends[ends < len(touched)])
    return np.maximum.reduceat(ranks, starts) if len(ranks) else np.zeros(1, np.uint8)


def _plain(data: bytes) -> bytes:
    """Return the text without its byte order mark, every line ended by one newline, and without our marks."""
    data = data.removeprefix(BOM_UTF8)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if COMMENT_MARK in data or STRING_MARK in data or BARE_MARK in data:
        data = data.translate(WITHOUT_MARKS)
    return data


class _Marked:
    """The lines of a file that a comment or a multi-line string touches, with these overwritten, piece by piece.

    With `whole` the lines between these are there too.
    """

    __slots__ = ("comment_blank", "copied", "data", "pieces", "string_blank", "whole")

    def __init__(self, data: bytes, *, whole: bool = False) -> None:
        self.data = data
        self.whole = whole
        self.pieces: list[bytes] = []
        self.copied = 0
        """Everything before this position is in `pieces`, or was left out as a line that no token touches."""
        self.string_blank = 0
        self.comment_blank = 0

    def read(self, syntax: Grammar, start: int, stop: int) -> int:
        """Mark the bytes from `start` to `stop` and return where reading ended: at `stop` or at an exit token."""
        position = start
        if start == 0 and syntax.first and (match := syntax.first.match(self.data)):
            position = self._mark_comment(0, match.end())
        while syntax.pattern:
            for match in syntax.pattern.finditer(self.data, position, stop):
                if match.lastindex is None:
                    continue
                token = syntax.tokens[match.lastindex]
                if token is None:
                    continue
                kind = token.kind
                if kind is Kind.COMMENT:
                    self._mark_comment(match.start(), match.end())
                elif kind is Kind.STRING:
                    self._mark_string(match.start(), match.end())
                elif kind is Kind.EXIT:
                    self._copy(match.start())
                    return match.start()
                else:
                    position = self._mark_region(token, match.start(), match.end(), stop)
                    break
            else:
                break
        self._copy(stop)
        return stop

    def _copy(self, stop: int) -> None:
        """Copy the code between two tokens: the rest of the first one's line and the start of the second one's."""
        start = self.copied
        if start >= stop:
            return
        self.copied = stop
        first = -1 if self.whole else self.data.find(b"\n", start, stop)
        if first < 0:
            self.pieces.append(self.data[start:stop])
        else:
            self.pieces.append(self.data[start : first + 1])
            self.pieces.append(self.data[self.data.rfind(b"\n", first, stop) + 1 : stop])

    def _mark(self, start: int, end: int, table: bytes) -> int:
        """Overwrite from `start` to `end`, and return how many blank lines lie within."""
        self._copy(start)
        marked = self.data[start:end].translate(table)
        self.pieces.append(marked)
        self.copied = end
        return marked.translate(None, SPACE).split(b"\n")[1:-1].count(b"") if b"\n" in marked else 0

    def _mark_comment(self, start: int, end: int) -> int:
        """Overwrite a comment, one within a line by one mark, and return its end."""
        if self.data.find(b"\n", start + 1, end) < 0:
            self._copy(start)
            token = self.data[start:end]
            mark = COMMENT_MARK if token.translate(None, BARE) else BARE_MARK
            self.pieces.append(b"\n" + mark if token[:1] == b"\n" else mark)
            self.copied = end
            return end
        self.comment_blank += self._mark(start, end, AS_COMMENT)
        return end

    def _mark_string(self, start: int, end: int) -> None:
        """Mark a string that has more than one line; one within a line is code like any other."""
        if self.data.find(b"\n", start, end) < 0:
            return
        self.string_blank += self._mark(start, end, AS_STRING)

    def _mark_region(self, token: Token, start: int, end: int, stop: int) -> int:
        """Mark what a nested comment or an island spans, and return where it ends."""
        if token.island is None:
            return self._mark_comment(start, _nested_end(self.data, token, start, stop))
        island = token.island
        if island.outside_strings:
            return self.read(grammar(island.language, island.end), end, stop)
        close = token.pair.search(self.data, end, stop)
        return self.read(grammar(island.language), end, close.start() if close else stop)


def _nested_end(data: bytes, token: Token, start: int, stop: int) -> int:
    depth = 0
    for match in token.pair.finditer(data, start, stop):
        depth += 1 if match.lastindex else -1
        if depth == 0:
            return match.end()
    return stop


def _vector(data: bytes, marked: _Marked) -> LineVector:
    """Count kinds of lines by what is left on them when the marks of other kinds are taken away."""
    lines, filled = _filled_lines(data)
    form_feed = _page_breaks(data) if b"\f" in data else 0
    touched = b"".join(marked.pieces)
    all_filled = _filled_lines(touched)[1]
    with_code = _filled_lines(touched.translate(None, MARKS))[1]
    not_comment = _filled_lines(touched.translate(None, COMMENT_MARKS))[1] if STRING_MARK in touched else with_code
    with_text = _filled_lines(touched.translate(None, BARE_MARK))[1]
    trailing = _trailing(touched.translate(AS_TEXT, SPACE + STRING_MARK), with_code)
    trailing_text = _trailing(touched.translate(None, SPACE + STRING_MARK + BARE_MARK), with_code)
    comment = all_filled - not_comment
    string = not_comment - with_code
    return LineVector(
        blank=lines - filled - marked.string_blank,
        code=filled - comment - string,
        comment=comment,
        string=string,
        string_blank=marked.string_blank,
        trailing_comment=trailing,
        comment_blank=marked.comment_blank,
        comment_bare=all_filled - with_text,
        trailing_bare=trailing - trailing_text,
        form_feed=form_feed,
    )


def _trailing(marked: bytes, code: int) -> int:
    """Return how many of the lines with code end in a comment; `marked` has neither spaces nor string marks."""
    ends = marked.count(COMMENT_MARK + b"\n") + marked.endswith(COMMENT_MARK)
    without_code = _filled_lines(marked)[1] - code
    return ends - without_code


def _page_breaks(marked: bytes) -> int:
    lines = marked.translate(None, b" \t\v").split(b"\n")
    return sum(1 for line in lines if line and not line.strip(b"\f"))


def _filled_lines(data: bytes) -> tuple[int, int]:
    """Return how many lines there are, and how many of them hold anything but white space."""
    kept = data.translate(None, SPACE).split(b"\n")
    lines = len(kept) - (not data or data.endswith(b"\n"))
    return lines, len(kept) - kept.count(b"")
