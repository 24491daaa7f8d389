"""Whether commits become more or fewer."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.trends import year_over_year
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import PREVIOUS_TWELVE_MONTHS, TWELVE_MONTHS, Options, metric


@metric(title="Year-over-year commits", unit="change", needs=("commits",))
def commit_trend(facts: Facts, options: Options) -> pd.DataFrame:
    """The change in the number of commits from one year to the next, in percent.

    ## Why it matters
    A level says little without its direction.

    ## How it is counted
    Commits of the last twelve calendar months against those of the twelve before, by author date in UTC. The label
    follows the rule that Open Hub publishes: "Increasing" from 25 % more, "Decreasing" from 25 % fewer, else "Stable";
    "No activity" where the last twelve months have none. Where the year before has none, there is no percentage.

    ## What can mislead
    Small numbers swing: from two commits to three is 50 % more. A repository younger than two years is compared with a
    year that it only saw part of.
    """
    times = facts["commits"]["author_time"].to_numpy()
    end = facts.moment.end
    recent, before = (int(inside(times, window, end).sum()) for window in (TWELVE_MONTHS, PREVIOUS_TWELVE_MONTHS))
    return year_over_year(recent, before)
