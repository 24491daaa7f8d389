"""Packed columns <-> one file: a first line that says what it is, a header, the columns, and a checksum over it all.

The checksum is looked at before anything else, and the header before any column is decompressed: a file that says it
holds more than facts ever do is refused unread.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from analyzer.carry.columns import Packed, pack, unpack
from analyzer.errors import FactsDamaged, FactsOfAnotherVersion
from analyzer.model.carried import Column, Manifest, Tables

MAGIC = b"diptych facts "
FORMAT = 1
"""Of the file; that of the tables is in the manifest."""
MOST_BYTES = 1 << 30
"""Of all columns of a file, decompressed: Django's have 60 MB."""
MOST_ROWS = 1 << 25
"""Of one table."""
_LONGEST_HEADER = 1 << 20
_LENGTH = 4
_CHECKSUM = 32
_WIDEST = 64
_BYTES_OF_NUMBER = 8


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands in a file, and how."""

    table: str
    column: str
    rows: int
    coding: str
    width: int
    size: int
    length: int


def dumps(manifest: Manifest, tables: Tables) -> bytes:
    """Return the file. The same facts give the same bytes, but for what another library makes of them."""
    told: list[tuple[Any, ...]] = []
    data: list[bytes] = []
    for table, columns in sorted(tables.items()):
        for name, values in columns.items():
            packed = pack(values)
            told.append((table, name, len(values), packed.coding, packed.width, packed.size, len(packed.data)))
            data.append(packed.data)
    header = json.dumps({"manifest": asdict(manifest), "columns": told}, separators=(",", ":")).encode()
    whole = b"".join([MAGIC, b"%d\n" % FORMAT, len(header).to_bytes(_LENGTH, "little"), header, *data])
    return whole + hashlib.sha256(whole).digest()


def loads(content: bytes) -> tuple[Manifest, Tables]:
    """Return what a file holds. Raises FactsDamaged, FactsOfAnotherVersion."""
    header, start = _header(content)
    places = _places(header, len(content) - start - _CHECKSUM)
    tables: dict[str, dict[str, Column]] = {}
    for place in places:
        end = start + place.length
        packed = Packed(place.coding, place.width, place.size, content[start:end])
        tables.setdefault(place.table, {})[place.column] = unpack(packed, place.rows)
        start = end
    return _manifest(header), tables


def manifest_of(content: bytes) -> Manifest:
    """Return what the facts in a file are of. Raises as `loads` does."""
    return _manifest(_header(content)[0])


def shares(content: bytes) -> dict[str, int]:
    """Return how many bytes of a file each table takes, the largest first. Raises as `loads` does."""
    header, start = _header(content)
    sums: dict[str, int] = {}
    for place in _places(header, len(content) - start - _CHECKSUM):
        sums[place.table] = sums.get(place.table, 0) + place.length
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def _header(content: bytes) -> tuple[dict[str, Any], int]:
    """Return the header and where the columns begin."""
    line, _, _ = content[: len(MAGIC) + 20].partition(b"\n")
    if not line.startswith(MAGIC):
        raise FactsDamaged("it is no file of facts", hint="`diptych facts export` writes such files")
    if line != MAGIC + b"%d" % FORMAT:
        raise FactsOfAnotherVersion(
            "the file of facts has another format than this Diptych reads",
            hint="export it again with this version of Diptych, or use the one that wrote it",
        )
    if hashlib.sha256(content[:-_CHECKSUM]).digest() != content[-_CHECKSUM:]:
        raise FactsDamaged("the file of facts is damaged: its checksum is another one")
    start = len(line) + 1 + _LENGTH
    length = int.from_bytes(content[len(line) + 1 : start], "little")
    if length > _LONGEST_HEADER or start + length + _CHECKSUM > len(content):
        raise FactsDamaged("the file of facts has a header of impossible length")
    try:
        found = json.loads(content[start : start + length])
    except (ValueError, RecursionError) as error:
        raise FactsDamaged("the header of the file of facts cannot be read") from error
    if not isinstance(found, dict):
        raise FactsDamaged("the header of the file of facts cannot be read")
    return found, start + length


def _places(header: dict[str, Any], length: int) -> list[_Place]:
    """Return where the columns stand, which take `length` bytes in all."""
    try:
        places = [_place(*one) for one in header["columns"]]
    except (KeyError, TypeError, ValueError) as error:
        raise FactsDamaged("the file of facts does not say what it holds") from error
    # Differing lengths within a table: the store could not tell whose values are missing.
    rows: dict[str, int] = {}
    if any(rows.setdefault(one.table, one.rows) != one.rows for one in places):
        raise FactsDamaged("the columns of a table are not equally long")
    if sum(max(one.size, one.rows * _BYTES_OF_NUMBER) for one in places) > MOST_BYTES:
        raise FactsDamaged("the file says that it holds more than facts ever do", hint="do not trust it")
    if sum(one.length for one in places) != length:
        raise FactsDamaged("the file of facts is not as long as it says")
    return places


def _place(table: object, column: object, *numbers: object) -> _Place:
    if not isinstance(table, str) or not isinstance(column, str):
        raise TypeError("a name that is no text")
    rows, coding, width, size, length = numbers
    if not isinstance(coding, str) or not all(type(one) is int and one >= 0 for one in (rows, width, size, length)):
        raise TypeError("a measure that is no number")
    found = _Place(table, column, *numbers)  # type: ignore[arg-type]  # looked at just now
    if found.rows > MOST_ROWS or found.width > _WIDEST:
        raise FactsDamaged("the file says that it holds more than facts ever do", hint="do not trust it")
    return found


def _manifest(header: dict[str, Any]) -> Manifest:
    try:
        given = dict(header["manifest"])
        found = Manifest(**{**given, "exclude": tuple(given["exclude"])})
    except (KeyError, TypeError, ValueError) as error:
        raise FactsDamaged("the file of facts does not say what it is of") from error
    if not all(_is(getattr(found, field.name), str(field.type)) for field in fields(found)):
        raise FactsDamaged("the file of facts does not say what it is of")
    return found


def _is(value: object, kind: str) -> bool:
    if kind == "int":
        return type(value) is int
    if kind == "str":
        return isinstance(value, str)
    return all(isinstance(text, str) for text in _texts(value))


def _texts(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from (*value.keys(), *value.values())
    elif isinstance(value, tuple):
        yield from value
    else:
        yield None
