"""What one line of a file counts for: a set of line-vector fields, as bits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from analyzer.model.lines import FIELDS, LineVector

_BIT = {name: 1 << index for index, name in enumerate(FIELDS)}


def bits(*names: str) -> int:
    """Return the mask of a line that counts for these fields of the line vector."""
    return sum(_BIT[name] for name in names)


def vector(counts: Mapping[int, int]) -> LineVector:
    """Return the line vector of a file from how many lines it has of each mask."""
    totals = [0] * len(FIELDS)
    for mask, count in counts.items():
        for index in _fields(mask):
            totals[index] += count
    return LineVector(*totals)


@cache
def _fields(mask: int) -> tuple[int, ...]:
    return tuple(index for index in range(len(FIELDS)) if mask >> index & 1)
