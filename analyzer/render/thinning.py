"""Fewer points for a picture, without a visible difference."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]


def thin(rows: Sequence[Row], *, by: str, x: str, y: str, pixels: int) -> list[Row]:
    """Return of each line (`by`), and each of `pixels` slices of `x`, the first, lowest, highest and last row.

    A line drawn through these covers the same pixels as one through all. The order is kept.
    """
    if not rows:
        return []
    least, most = min(row[x] for row in rows), max(row[x] for row in rows)
    scale = pixels / (most - least) if most > least else 0.0

    def slice_of(row: Row) -> tuple[Hashable, int]:
        return row[by], int((row[x] - least) * scale)

    return [row for _, slot in groupby(rows, key=slice_of) for row in _corners(list(slot), y)]


def _corners(rows: list[Row], y: str) -> list[Row]:
    if len(rows) <= 4:
        return rows
    places = range(len(rows))
    lowest = min(places, key=lambda place: rows[place][y])
    highest = max(places, key=lambda place: rows[place][y])
    return [rows[place] for place in sorted({0, lowest, highest, len(rows) - 1})]
