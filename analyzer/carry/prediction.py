"""What of changes and lines can be told from other columns, and so is left out of a file.

The content that a change takes away is mostly the one that its path had last; a content's lines are those of the one
before it, but for a few; and how many more they are, the numbers of added and deleted lines say. What is kept is what
is otherwise than that, and it is mostly zero: of Django's 8 MB of such numbers 0.4 MB remain.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analyzer.errors import FactsDamaged
from analyzer.model.carried import NOTHING, Column, Columns, Numbers, Tables
from analyzer.model.lines import FIELDS, PARTITION

CHANGES, LINES = "changes", "blob_lines"
_NEXT = 0
"""A content that comes for the first time: it has the next number."""
_NONE = 1
_CODE = PARTITION.index("code")


def narrowed(tables: Tables) -> Tables:
    """Return the tables with what can be told left out of their numbers."""
    changes, lines = tables[CHANGES], tables[LINES]
    vectors = _matrix(lines)
    bases, grown = _bases(changes, lines)
    steps = vectors.copy()
    based = bases >= 0
    steps[based] -= vectors[bases[based]]
    steps[:, _CODE] = steps[:, : len(PARTITION)].sum(axis=1) - grown
    return {**tables, CHANGES: _without(changes), LINES: {**lines, **_columns(steps)}}


def widened(tables: Tables) -> Tables:
    """Return the tables that `narrowed` was given. Raises FactsDamaged where there are no such."""
    if not {CHANGES, LINES} <= tables.keys():
        raise FactsDamaged("the changes, or the lines, are missing")
    changes = _with(tables[CHANGES])
    lines = tables[LINES]
    steps = _matrix(lines)
    bases, grown = _bases(changes, lines)
    others = steps[:, : len(PARTITION)].sum(axis=1) - steps[:, _CODE]
    steps[:, _CODE] += grown - others
    # Row by row, since what a row is based on comes before it and must be whole.
    for row in np.flatnonzero(bases >= 0).tolist():
        steps[row] += steps[bases[row]]
    return {**tables, CHANGES: changes, LINES: {**lines, **_columns(steps)}}


def _without(changes: Columns) -> Columns:
    path, previous, old, new = _moved(changes)
    had: dict[int, int] = {}
    highest = 0
    taken, given = np.zeros_like(old), np.zeros_like(new)
    for row, (here, source, before, after) in enumerate(_rows(path, previous, old, new)):
        taken[row] = 0 if before == had.get(source, 0) else before + 1
        given[row] = _NEXT if after == highest + 1 else _NONE if not after else highest - after + 2
        highest = max(highest, after)
        had[here] = after
    return {**changes, "old_blob_id": taken, "new_blob_id": given}


def _with(changes: Columns) -> Columns:
    path, previous, taken, given = _moved(changes)
    had: dict[int, int] = {}
    highest = 0
    old, new = np.zeros_like(taken), np.zeros_like(given)
    for row, (here, source, before, after) in enumerate(_rows(path, previous, taken, given)):
        gone = before - 1 if before else had.get(source, 0)
        found = highest + 1 if after == _NEXT else 0 if after == _NONE else highest - after + 2
        # A content that was there before all changes has a number behind those that they bring.
        if not (0 <= found <= highest + 1 and 0 <= gone <= 2 * len(old)):
            raise FactsDamaged("a change brings, or takes away, a content that there is not")
        old[row], new[row] = gone, found
        highest = max(highest, found)
        had[here] = found
    return {**changes, "old_blob_id": old, "new_blob_id": new}


def _rows(path: Numbers, previous: Numbers, old: Numbers, new: Numbers) -> list[tuple[int, int, int, int]]:
    source = np.where(previous == 0, path, previous)
    return list(zip(path.tolist(), source.tolist(), old.tolist(), new.tolist(), strict=True))


def _moved(changes: Columns) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    path, previous, old, new = (
        numbers(changes, name) for name in ("path_id", "previous_path_id", "old_blob_id", "new_blob_id")
    )
    return path, previous, old, new


def _bases(changes: Columns, lines: Columns) -> tuple[Numbers, Numbers]:
    """Return for each row of lines the earlier row that it is told by (-1 for none), and how many lines came to it."""
    blob, hint = numbers(lines, "blob_id"), numbers(lines, "hint_id")
    place = {pair: row for row, pair in enumerate(zip(blob.tolist(), hint.tolist(), strict=True))}
    old, new, added, deleted = (numbers(changes, name) for name in ("old_blob_id", "new_blob_id", "added", "deleted"))
    entered, first = np.unique(new, return_index=True)
    at = dict(zip(entered.tolist(), first.tolist(), strict=True))
    counted = (added != NOTHING) & (deleted != NOTHING)
    more = np.where(counted, added - deleted, 0)
    bases, grown = np.full(len(blob), -1), np.zeros(len(blob), np.int64)
    for row, (content, kind) in enumerate(zip(blob.tolist(), hint.tolist(), strict=True)):
        change = at.get(content)
        if change is None:
            continue
        base = place.get((int(old[change]), kind), -1)
        bases[row] = base if base < row else -1
        # Without the one before, the whole content is new; where that is not so, what is kept says it.
        grown[row] = more[change]
    return bases, grown


def _matrix(lines: Columns) -> Numbers:
    return np.stack([numbers(lines, field) for field in FIELDS], axis=1)


def _columns(steps: Numbers) -> Mapping[str, Column]:
    return {field: np.ascontiguousarray(steps[:, place]) for place, field in enumerate(FIELDS)}


def numbers(columns: Columns, name: str) -> Numbers:
    """Return a column of whole numbers. Raises FactsDamaged if there is none of this name."""
    found = columns.get(name)
    if not isinstance(found, np.ndarray) or found.dtype != np.int64:
        raise FactsDamaged(f"the column {name} is missing or holds no whole numbers")
    return found.astype(np.int64, copy=False)
