"""How a whole is shared among those who contributed to it: few who make half, Lorenz curve, Gini index."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.windows import Times


def sums(codes: Times, amounts: Times) -> Times:
    """Return the sum of the amounts of each code that has any, in no order that means anything."""
    totals = np.zeros(int(codes.max(initial=-1)) + 1, dtype=np.int64)
    np.add.at(totals, codes, amounts)
    return totals[totals > 0]


def fewest_for_half(amounts: Times) -> float:
    """Return the smallest number of amounts (none negative) that make half of their sum; NaN where all are 0.

    CHAOSS: sorted from the largest down, as many as it takes to reach 50 %.
    """
    running = np.sort(amounts)[::-1].cumsum()
    if not len(running) or not running[-1]:
        return NOT_KNOWN
    # In whole numbers: half exactly is reached.
    return int((2 * running < running[-1]).sum()) + 1


def largest_share(amounts: Times) -> float:
    """Return the largest amount in percent of the sum; NaN where all are 0."""
    whole = int(amounts.sum())
    return 100.0 * int(amounts.max()) / whole if whole else NOT_KNOWN


def gini(amounts: Times) -> float:
    """Return the Gini index in percent: 0 where all amounts are equal, near 100 where one of many has all.

    Twice the area between the Lorenz curve and the diagonal, without a correction for few amounts: one of n that has
    all gives 100 * (n - 1) / n. NaN where all are 0.
    """
    ordered = np.sort(amounts)
    number, whole = len(ordered), int(ordered.sum())
    if not whole:
        return NOT_KNOWN
    ranked = int((ordered * np.arange(1, number + 1)).sum())
    return 100.0 * (2 * ranked - (number + 1) * whole) / (number * whole)


def lorenz(amounts: Times) -> pd.DataFrame:
    """Return the corners of the Lorenz curve: `share` of those who contributed and `value`, their share of the whole.

    Both in percent, from those with the least up, with 0 and 100 at the ends; no row where all amounts are 0.
    """
    sizes, numbers = np.unique(amounts[amounts > 0], return_counts=True)
    if not len(sizes):
        return pd.DataFrame({"share": np.array([]), "value": np.array([])})
    people, made = (np.append(0, column.cumsum()) for column in (numbers, sizes * numbers))
    return pd.DataFrame({"share": 100.0 * people / people[-1], "value": 100.0 * made / made[-1]})
