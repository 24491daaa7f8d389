"""The last twelve months against the twelve before."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.windows import Times
from analyzer.model.calendar import months_before
from analyzer.model.wording import signed_percent

SHARP = 25.0
"""Percent from which Open Hub calls a change an increase or a decrease."""
YEARS = 10
"""So many changes by age there are at most."""
_BY_AGE = ("age", "value", "recent", "before", "low", "high", "label", "note")
_MONTHS = 12
_FREEDOM = 2 * _MONTHS - 2
_STUDENT = 2.0739
"""97.5 % of Student's distribution with 22 degrees of freedom lie below."""
_WIDEST = math.log(1e6)


def year_over_year(recent: int, before: int, variance: float) -> pd.DataFrame:
    """Return the change in percent with its two sides as parts, and Open Hub's word for it as the label.

    `variance` is that of the logarithm of their ratio; the parts "low" and "high" are the ends of the interval of 95 %
    that follows from it. Where nothing happened in the year before there is no percentage, only the word; where nothing
    happened in either there is no interval.
    """
    change = 100.0 * (recent - before) / before if before else NOT_KNOWN
    low, high = interval(recent, before, variance)
    note = "" if math.isnan(low) else f"95 % interval: {signed_percent(low)} to {signed_percent(high)}."
    return one_value(change, recent=recent, before=before, low=low, high=high, label=_label(recent, before), note=note)


def by_age(trend: Callable[[int], pd.DataFrame], end: int) -> pd.DataFrame:
    """Return the change `trend(end)` of the twelve months to each of the last ends of a year, the age of each in years.

    A row for each year that has anything in the twelve months before it, the newest (age 0) first.
    """
    rows = []
    for years in range(YEARS):
        found = trend(months_before(end, _MONTHS * years))
        if found["before"].iloc[0]:
            found.insert(0, "age", pd.Series([str(years)], dtype="str"))
            rows.append(found)
    return pd.concat(rows, ignore_index=True) if rows else trend(end).iloc[:0].assign(age="")[list(_BY_AGE)]


def monthly_places(times: Times, end: int) -> Times:
    """Return for each time its month before the end, 0 for the latest; 24 and more lie before the two years.

    These months begin where the windows of twelve months do, not with the calendar's: they are all whole.
    """
    edges = np.array([months_before(end, back) for back in range(2 * _MONTHS, -1, -1)], dtype=np.int64)
    return 2 * _MONTHS - np.searchsorted(edges, times, side="left")


def dispersion(counts: Times) -> float:
    """Return how many times more the counts of 24 months vary than chance alone makes them, at least 1.

    Pearson's statistic over its degrees of freedom, the mean of each of the two years being fitted, as quasi-Poisson
    regression estimates it (McCullagh and Nelder, "Generalized Linear Models", 1989, section 6.2).
    """
    years = counts.reshape(2, _MONTHS).astype(np.float64)
    means = years.mean(axis=1, keepdims=True)
    terms = np.divide((years - means) ** 2, means, out=np.zeros_like(years), where=means > 0)
    return max(1.0, float(terms.sum()) / _FREEDOM)


def interval(recent: int, before: int, variance: float) -> tuple[float, float]:
    """Return the ends of the interval of 95 %, in percent of change; NaN where one of the years has nothing."""
    if not recent or not before:
        return NOT_KNOWN, NOT_KNOWN
    width = _STUDENT * math.sqrt(variance)
    ends = (math.log(recent / before) + sign * width for sign in (-1, 1))
    # Beyond a factor of a million there is no more to be said.
    low, high = (100.0 * math.expm1(min(end, _WIDEST)) for end in ends)
    return low, high


def _label(recent: int, before: int) -> str:
    # In whole numbers: 25 % exactly is already an increase or a decrease.
    difference = 100 * (recent - before)
    if not recent:
        return "No activity"
    if difference >= SHARP * before:
        return "Increasing"
    return "Decreasing" if -difference >= SHARP * before else "Stable"
