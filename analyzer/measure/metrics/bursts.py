"""Months with far more commits than usual."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import in_periods
from analyzer.measure.windows import Mask, Times
from analyzer.model.frames import Facts
from analyzer.model.metric import ALL_TIME, Options, metric

BEFORE = 12
"""Months that say what is usual."""
_WIDTH = 2.0
"""Standard deviations above the mean: John Bollinger's usual band."""


@metric(title="Months far above the usual", unit="months", needs=("commits",), by=("month",))
def bursts(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of months with far more commits than in the twelve before.

    ## Why it matters
    Sprints, releases and imports show as bursts; a project that lives by them is not carried by steady work.

    ## How it is counted
    Commits by month of their author date in UTC. A month is a burst if it is over and has more commits than the mean of
    the twelve months before plus two standard deviations: CHAOSS "Burstiness", by Bollinger bands. The deviation is
    taken as no smaller than chance alone would make it (the square root of the mean, at least 1). The first twelve
    months have nothing before them to compare with. By month the value is 1 or 0, with the commits and what was
    usual.

    ## What can mislead
    After a burst the band is wide for a year, so that a second one hides; a steady rise makes a burst now and then.
    """
    times = facts["commits"]["author_time"].to_numpy()
    months = in_periods(times, "month", ALL_TIME, facts.moment.end)
    counts = months.counts()
    usual, high = _band(counts)
    burst: Mask = (counts > high) & months.complete
    if options.by is None:
        return one_value(int(burst.sum()), months=int((~np.isnan(high) & months.complete).sum()))
    return in_order(months, burst.astype(np.int64), commits=counts, usual=usual)


def _band(counts: Times) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of the twelve months before each, and the upper band; NaN where there are not so many."""
    usual, high = np.full(len(counts), np.nan), np.full(len(counts), np.nan)
    if len(counts) > BEFORE:
        before = sliding_window_view(counts[:-1], BEFORE)
        mean = before.mean(axis=1)
        deviation = np.maximum(before.std(axis=1), np.sqrt(np.maximum(mean, 1)))
        usual[BEFORE:], high[BEFORE:] = mean, mean + _WIDTH * deviation
    return usual, high
