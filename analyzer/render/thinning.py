"""Fewer points for a picture, without a visible difference."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]


def thin(rows: Sequence[Row], *, by: str, x: str, y: str, pixels: int) -> list[Row]:
    """Return of each line (`by`), and each of `pixels` slices of `x`, the first, lowest, highest and last row.

    Rows between two of the same height are left out too: a line drawn through what stays covers the same pixels as
    one through all. The order is kept.
    """
    if not rows:
        return []
    least, most = min(row[x] for row in rows), max(row[x] for row in rows)
    scale = pixels / (most - least) if most > least else 0.0

    def slice_of(row: Row) -> tuple[Hashable, int]:
        return row[by], int((row[x] - least) * scale)

    kept = [row for _, slot in groupby(rows, key=slice_of) for row in _corners(list(slot), y)]
    return [row for _, line in groupby(kept, key=lambda row: row[by]) for row in _bends(list(line), y)]


def thin_stack(rows: Sequence[Row], *, x: str, most: int) -> list[Row]:
    """Return the rows at no more than `most` values of `x`, evenly, the last always: stacked lines share theirs."""
    times = sorted({row[x] for row in rows})
    step = -(-len(times) // most)
    kept = set(times[::-1][:: max(1, step)])
    return [row for row in rows if row[x] in kept]


def _corners(rows: list[Row], y: str) -> list[Row]:
    if len(rows) <= 4:
        return rows
    places = range(len(rows))
    lowest = min(places, key=lambda place: rows[place][y])
    highest = max(places, key=lambda place: rows[place][y])
    return [rows[place] for place in sorted({0, lowest, highest, len(rows) - 1})]


def _bends(rows: list[Row], y: str) -> list[Row]:
    heights = [row[y] for row in rows]
    inner = zip(heights, heights[1:], heights[2:], strict=False)
    level = [False, *(before == height == after for before, height, after in inner), False]
    return [row for row, flat in zip(rows, level, strict=False) if not flat]
