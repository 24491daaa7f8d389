"""Months put together to quarters and years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analyzer.measure.windows import Times

PERIODS = ("month", "quarter", "year")
_MONTHS_A_QUARTER = 3


def periods(months: Sequence[str], by: str) -> list[str]:
    """Return for each month ("2020-07") the period that it lies in: itself, its quarter ("2020-Q3") or its year."""
    if by == "month":
        return list(months)
    if by == "year":
        return [month[:4] for month in months]
    return [f"{month[:4]}-Q{(int(month[5:]) - 1) // _MONTHS_A_QUARTER + 1}" for month in months]


def summed(names: Sequence[str], counts: Times) -> tuple[list[str], Times]:
    """Return the different names in their order, and the sum of the counts of each."""
    different = list(dict.fromkeys(names))
    place = {name: number for number, name in enumerate(different)}
    sums = np.zeros(len(different), np.int64)
    np.add.at(sums, [place[name] for name in names], counts)
    return different, sums
