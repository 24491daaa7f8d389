"""Whether commits become more or fewer."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.plain_git import commit_change
from analyzer.measure.trends import by_age, dispersion, monthly_places, year_over_year
from analyzer.measure.windows import Times, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import PREVIOUS_TWELVE_MONTHS, TWELVE_MONTHS, Options, metric


@metric(title="Year-over-year commits", unit="change", needs=("commits",), by=("age",), plain=commit_change)
def commit_trend(facts: Facts, options: Options) -> pd.DataFrame:
    """The change in the number of commits from one year to the next, in percent.

    ## Why it matters
    A level says little without its direction.

    ## How it is counted
    Commits of the last twelve calendar months against those of the twelve before, by author date in UTC. The label
    follows the rule that Open Hub publishes: "Increasing" from 25 % more, "Decreasing" from 25 % fewer, else "Stable";
    "No activity" where the last twelve months have none. Where the year before has none, there is no percentage.
    The windows are whole twelve months, so that no unfinished month is compared with a whole one.

    The parts "low" and "high" are the ends of a 95 % interval: how far the change would lie from this one by chance,
    were the two years written again at the same two rates. Commits come in bursts, so that counts vary more than
    those of independent events; how much more is estimated from the 24 months (the dispersion of a quasi-Poisson model,
    at least 1), and the logarithm of the ratio has the variance dispersion * (1 / recent + 1 / before). The width uses
    Student's distribution with 22 degrees of freedom. Where one year has no commit there is no interval. By age there
    is a row for the twelve months that ended so many years before, up to ten, as far as the twelve months before those
    have commits.

    ## What can mislead
    Small numbers swing: from two commits to three is 50 % more. An interval that holds 0 is no proof that nothing
    changed. It takes months for independent; busy times that last for several make it too narrow. A repository younger
    than two years is compared with a year that it only saw part of.
    """
    times = facts["commits"]["author_time"].to_numpy()
    end = facts.moment.end
    if options.by is None:
        return _trend(times, end)
    return by_age(lambda moment: _trend(times, moment), end)


def _trend(times: Times, end: int) -> pd.DataFrame:
    recent, before = (int(inside(times, window, end).sum()) for window in (TWELVE_MONTHS, PREVIOUS_TWELVE_MONTHS))
    months = monthly_places(times, end)
    counts = np.bincount(months[(months >= 0) & (months < 24)], minlength=24)
    variance = dispersion(counts) * (1 / recent + 1 / before) if recent and before else NOT_KNOWN
    return year_over_year(recent, before, variance)
