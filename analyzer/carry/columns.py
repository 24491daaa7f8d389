"""Columns <-> bytes: numbers in planes of bytes, texts one behind the other, compressed; nothing is ever executed."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analyzer.errors import FactsDamaged
from analyzer.model.carried import NOTHING, Column, Numbers

# Bytes of one plane are alike, and say nothing of their place: without the defaults' contexts they get 2 % smaller.
_NUMBERS = {"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 0, "lp": 0, "pb": 0}
_TEXTS = {"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 3, "lp": 0, "pb": 0}
_LEAST_WINDOW, _MOST_WINDOW = 1 << 12, 1 << 24
"""Bytes that the compressor looks back; its memory is set up anew for each column, and most are small."""
Unsigned = npt.NDArray[np.uint64]

_END = "\0"
"""Behind each text; no text of the database holds it."""

PLAIN, DIFFERENCES, REALS, TEXTS, IDS, SAME_IDS = "plain", "differences", "reals", "texts", "ids", "same ids"
_WIDTHS = {PLAIN: (1, 8), DIFFERENCES: (1, 8), REALS: (8, 8), TEXTS: (0, 0), IDS: (1, 64), SAME_IDS: (1, 64)}
"""Coding -> the least and the most bytes of one value."""


class Packed(NamedTuple):
    """A column as it stands in a file."""

    coding: str
    """How: whole numbers plain or as differences, reals, texts, or object ids."""
    width: int
    """Bytes of one value; 0 for texts."""
    size: int
    """Bytes before compression."""
    data: bytes


def pack(column: Column) -> Packed:
    """Return a column as bytes, by whichever way is the smallest."""
    if isinstance(column, list):
        return _packed_list(column)
    if column.dtype == np.float64:
        raw = column.astype("<f8").view(np.uint8).reshape(-1, 8).T.tobytes()
        return Packed(REALS, 8, len(raw), _pressed(raw, _NUMBERS))
    numbers = column.astype(np.int64, copy=False)
    found = [(PLAIN, *_planes(_unsigned(numbers)))]
    if not (numbers == NOTHING).any():
        found.append((DIFFERENCES, *_planes(_unsigned(np.diff(numbers, prepend=0)))))
    # A quick compressor ranks the ways as the slow one does, nearly always.
    coding, width, raw = min(found, key=lambda one: len(zlib.compress(one[2], 6)))
    return Packed(coding, width, len(raw), _pressed(raw, _NUMBERS))


def unpack(packed: Packed, rows: int) -> Column:
    """Return the column of so many rows. Raises FactsDamaged for bytes that hold none, or more than they say."""
    coding, width, size, data = packed
    if coding not in _WIDTHS:
        raise FactsDamaged(f"a column is packed in a way that is not known: {coding!r:.40}")
    least, most = _WIDTHS[coding]
    if not least <= width <= most:
        raise FactsDamaged(f"the values of a column have a width that cannot be: {width}")
    raw = data if coding == IDS else _released(data, size, _TEXTS if coding in (TEXTS, SAME_IDS) else _NUMBERS)
    if coding == TEXTS:
        return _texts(raw, rows)
    if len(raw) != rows * width:
        raise FactsDamaged("a column has more or fewer values than its table has rows")
    if coding in (IDS, SAME_IDS):
        return [raw[start : start + width] for start in range(0, len(raw), width)]
    planes = np.frombuffer(raw, np.uint8).reshape(width, rows)
    if coding == REALS:
        return np.ascontiguousarray(planes.T).view("<f8").reshape(-1).astype(np.float64)
    wide = np.zeros((rows, 8), np.uint8)
    wide[:, :width] = planes.T
    numbers = _signed(wide.view("<u8").reshape(-1))
    return numbers.cumsum() if coding == DIFFERENCES else numbers


def _packed_list(column: list[str] | list[bytes]) -> Packed:
    if column and isinstance(column[0], bytes):
        # Hashes have no order that could be pressed out of them; only where they repeat, they get smaller.
        raw = b"".join(one for one in column if isinstance(one, bytes))
        pressed = _pressed(raw, _TEXTS)
        coding, data = (SAME_IDS, pressed) if len(pressed) < len(raw) else (IDS, raw)
        return Packed(coding, len(column[0]), len(raw), data)
    raw = "".join(f"{text!s}{_END}" for text in column).encode()
    return Packed(TEXTS, 0, len(raw), _pressed(raw, _TEXTS))


def _texts(raw: bytes, rows: int) -> list[str]:
    # Before they are told apart: empty texts take one byte here, and fifty as objects of their own.
    if raw.count(_END.encode()) != rows:
        raise FactsDamaged("a column has more or fewer texts than its table has rows")
    try:
        texts = raw.decode().split(_END)
    except UnicodeDecodeError as error:
        raise FactsDamaged("a column of texts is not UTF-8") from error
    if texts.pop():
        raise FactsDamaged("the last text of a column has no end")
    return texts


def _unsigned(column: Numbers) -> Unsigned:
    """Return numbers without signs: small ones stay small, and null is 0."""
    found = np.where(column < 0, -2 * column - 1, 2 * column) + 1
    return np.where(column == NOTHING, 0, found).astype(np.uint64)


def _signed(numbers: Unsigned) -> Numbers:
    whole = numbers.astype(np.int64) - 1
    found = np.where(whole & 1, -(whole >> 1) - 1, whole >> 1)
    return np.where(numbers == 0, NOTHING, found)


def _planes(numbers: Unsigned) -> tuple[int, bytes]:
    """Return how many bytes the largest number takes, and first bytes of all numbers, then second bytes, and so on."""
    width = max(1, (int(numbers.max(initial=0)).bit_length() + 7) // 8)
    return width, numbers.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :width].T.tobytes()


def _pressed(raw: bytes, how: Mapping[str, int]) -> bytes:
    return lzma.compress(raw, format=lzma.FORMAT_RAW, filters=_filters(how, len(raw)))


def _filters(how: Mapping[str, int], size: int) -> list[dict[str, int]]:
    """Return the filters for so many bytes; no window needs to be larger than all that there is to look back on."""
    return [{**how, "dict_size": max(_LEAST_WINDOW, min(_MOST_WINDOW, size))}]


def _released(data: bytes, size: int, how: Mapping[str, int]) -> bytes:
    """Return what was compressed, and never more than was announced."""
    reader = lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=_filters(how, size))
    try:
        raw = reader.decompress(data, max_length=size + 1)
    except lzma.LZMAError as error:
        raise FactsDamaged("a column cannot be decompressed") from error
    if len(raw) != size or not reader.eof or reader.unused_data:
        raise FactsDamaged("a column is not as long as it says")
    return raw
