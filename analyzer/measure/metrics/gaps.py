"""The longest times without a commit."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.periods import dated
from analyzer.measure.plain_git import longest_gap
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.wording import day

SHOWN = 10
"""So many spans of a split."""
_DAY = 86_400


@metric(title="Longest time without a commit", unit="days", needs=("commits",), by=("gap",), plain=longest_gap)
def gaps(facts: Facts, options: Options) -> pd.DataFrame:
    """The longest span between two commits that follow each other, in days.

    ## Why it matters
    A project that slept for a year and woke up is another one than one that never paused.

    ## How it is counted
    Spans between author dates in UTC, merges among the commits, and the span from the last commit to the end: the part
    "open" is how long that one is. By gap there are the ten longest, with the days they begin and end on, the longest
    first. Commits with dates that cannot be true are left out.

    ## What can mislead
    Work that went on elsewhere, on a branch or before an import, leaves no commit here. One commit with a wrong date
    can cut a gap in two.
    """
    times = facts["commits"]["author_time"].to_numpy()
    end = facts.moment.end
    times = np.append(np.unique(times[dated(times, end)]), end)
    spans = np.diff(times) / _DAY
    if options.by is None:
        return one_value(float(spans.max()) if len(spans) else NOT_KNOWN, open=float(spans[-1]) if len(spans) else 0.0)
    longest = np.argsort(-spans, kind="stable")[:SHOWN]
    told = [f"{day(times[place])} to {day(times[place + 1])}" for place in longest]
    return pd.DataFrame(
        {"gap": pd.Series(told, dtype="str"), "value": spans[longest], "ended": longest != len(spans) - 1}
    )
