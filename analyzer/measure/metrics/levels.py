"""When the number of commits a month settled at another level."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.levels import LONGEST, changes
from analyzer.measure.periods import in_periods
from analyzer.model.frames import Facts
from analyzer.model.metric import ALL_TIME, Options, metric


@metric(title="Level of commits a month", unit="commits", needs=("commits",), by=("level",))
def levels(facts: Facts, options: Options) -> pd.DataFrame:
    """The commits a month, on average, since the last time that their level changed.

    ## Why it matters
    Months go up and down; a level that held for years and then changed is news.

    ## How it is counted
    Whole months of author dates in UTC, cut into spans of twelve or more so that the logarithms of their counts lie
    near the mean of each span, bursts of up to three months smoothed away by a running median: optimal partitioning
    with a penalty of 6 * variance * log(months) for each cut, the variance robust and from the steps between months.
    The value is the mean of the last span, "before" that of the one before it, "changes" the number of cuts. By level
    there is a row for each span: the month it begins in, its mean, its months. The search looks at the latest 1,200
    months.

    ## What can mislead
    A slow decline is cut into steps; the month of a change is the likeliest, not the only possible one. What changed
    the last year is not yet a level.
    """
    times = facts["commits"]["author_time"].to_numpy()
    months = in_periods(times, "month", ALL_TIME, facts.moment.end)
    counts, names = months.counts()[months.complete][-LONGEST:], np.array(months.names)[months.complete][-LONGEST:]
    begins = changes(counts) if len(counts) else []
    spans = list(pairwise([*begins, len(counts)]))
    means = np.array([counts[low:high].mean() for low, high in spans], dtype=np.float64)
    if options.by == "level":
        lengths = np.array([high - low for low, high in spans], dtype=np.int64)
        return pd.DataFrame({"month": pd.Series(names[begins], dtype="str"), "value": means, "months": lengths})
    before = float(means[-2]) if len(means) > 1 else NOT_KNOWN
    return one_value(float(means[-1]) if len(means) else NOT_KNOWN, before=before, changes=max(len(means) - 1, 0))
