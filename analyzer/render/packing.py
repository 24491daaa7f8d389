"""Rows of a chart as a few short texts: 34,000 commits take about ten bytes each in the page."""

from __future__ import annotations

import base64
import math
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

Rows = Sequence[Mapping[str, Any]]

_HASH = re.compile("[0-9a-f]{8}")
_DECIMALS = 4


def pack(rows: Rows) -> dict[str, Any]:
    """Return rows (all with the same fields) column by column, ready for JSON; assets/rows.js unpacks them.

    Numbers (at most four decimals are kept) become multiples of one step, then differences, then base64 of a code of
    variable length; hashes of 4 bytes become base64; other text becomes runs of a list of names.
    """
    fields = list(rows[0]) if rows else []
    return {"rows": len(rows), "fields": {field: _column([row[field] for row in rows]) for field in fields}}


def deflated(text: str) -> str:
    """Return a text compressed (zlib's format) and in base64; the page's script inflates it."""
    return _text(zlib.compress(text.encode("utf-8"), 9))


def _column(values: list[Any]) -> dict[str, Any]:
    if not isinstance(values[0], str):
        return _numbers(values)
    if all(_HASH.fullmatch(value) for value in values):
        return {"kind": "hash", "data": _text(bytes.fromhex("".join(values)))}
    names = sorted(set(values))
    place = {name: index for index, name in enumerate(names)}
    return {"kind": "name", "names": names, "runs": [[place[name], len(list(run))] for name, run in groupby(values)]}


def _numbers(values: list[float]) -> dict[str, Any]:
    scale = next(10**digits for digits in range(_DECIMALS + 1) if digits == _DECIMALS or _fits(values, digits))
    whole = [round(value * scale) for value in values]
    step = math.gcd(*whole) or 1
    data = _text(_code(_differences(number // step for number in whole)))
    return {"kind": "number", "scale": scale, "step": step, "data": data}


def _fits(values: Iterable[float], decimals: int) -> bool:
    return all(round(value, decimals) == round(value, _DECIMALS) for value in values)


def _differences(values: Iterable[int]) -> list[int]:
    result, before = [], 0
    for value in values:
        result.append(value - before)
        before = value
    return result


def _code(values: Iterable[int]) -> bytes:
    # Zigzag (0, -1, 1, -2, ...), then half bytes of three bits each, the lowest first; the fourth bit says that more
    # follow. Most differences are small: half a byte holds -4 to 3.
    halves = []
    for value in values:
        rest = value * 2 if value >= 0 else -value * 2 - 1
        while rest > 7:
            halves.append(rest & 7 | 8)
            rest >>= 3
        halves.append(rest)
    if len(halves) % 2:
        halves.append(0)
    return bytes(low | high << 4 for low, high in zip(halves[::2], halves[1::2], strict=True))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
