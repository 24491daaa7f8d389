"""Two sets of natural rows of one table -> whether they are equal, and where they are not."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from analyzer.model.verification import SHOWN, Difference, TableCheck
from analyzer.store.natural import Row

_ADDRESS = re.compile(r"[^\s<>(),;:]+@[^\s<>(),;:]+")
_LONGEST = 120
"""Letters of a value that are shown."""


def check(
    name: str,
    columns: Sequence[str],
    keys: Sequence[str],
    kept: Iterable[Row],
    cold: Iterable[Row],
    note: str = "",
) -> TableCheck:
    """Compare rows, whatever their order. `keys` are the columns that tell one row from the others."""
    ours, theirs = (sorted(map(_line, rows)) for rows in (kept, cold))
    here, there = _digest(ours), _digest(theirs)
    if here == there:
        return TableCheck(name, len(theirs), here, there, note=note)
    places = [columns.index(key) for key in keys]
    left, right = (_by_key(set(mine) - set(other), places) for mine, other in ((ours, theirs), (theirs, ours)))
    differing = sorted({*left, *right})
    shown = tuple(_difference(columns, places, left.get(key), right.get(key)) for key in differing[:SHOWN])
    return TableCheck(name, len(theirs), here, there, len(differing), shown, note)


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=True, separators=(",", ":"))


def _digest(lines: Sequence[str]) -> str:
    made = hashlib.sha256()
    for line in lines:
        made.update(line.encode())
        made.update(b"\n")
    return made.hexdigest()


def _by_key(lines: Iterable[str], places: Sequence[int]) -> dict[str, list[Any]]:
    rows = map(json.loads, lines)
    return {json.dumps([row[place] for place in places]): row for row in rows}


def _difference(
    columns: Sequence[str], places: Sequence[int], kept: Sequence[Any] | None, cold: Sequence[Any] | None
) -> Difference:
    there = kept or cold or ()
    key = " ".join(_shown(there[place]) for place in places)
    if kept is None or cold is None:
        which = list(range(len(columns)))
    else:
        which = [place for place, pair in enumerate(zip(kept, cold, strict=True)) if pair[0] != pair[1]]
    rest = [place for place in which if place not in places]
    return Difference(key, *(_told(columns, rest, row) for row in (kept, cold)))


def _told(columns: Sequence[str], which: Iterable[int], row: Sequence[Any] | None) -> str:
    if row is None:
        return ""
    return ", ".join(f"{columns[place]} {_shown(row[place])}" for place in which) or "there"


def _shown(value: object) -> str:
    """Return a value in few words, with a hash in place of an e-mail address."""
    text = _ADDRESS.sub(lambda found: f"(address {hashlib.sha256(found[0].encode()).hexdigest()[:8]})", str(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
