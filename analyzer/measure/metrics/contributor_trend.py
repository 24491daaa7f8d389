"""Whether contributors become more or fewer."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.identities import PEOPLE_TABLES, people
from analyzer.measure.plain_git import people_change
from analyzer.measure.trends import by_age, dispersion, monthly_places, year_over_year
from analyzer.measure.windows import Times, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import PREVIOUS_TWELVE_MONTHS, TWELVE_MONTHS, Options, metric


@metric(title="Year-over-year contributors", unit="change", needs=PEOPLE_TABLES, by=("age",), plain=people_change)
def contributor_trend(facts: Facts, options: Options) -> pd.DataFrame:
    """The change in the number of contributors from one year to the next, in percent.

    ## Why it matters
    People leave before code decays.

    ## How it is counted
    Different authors of the last twelve calendar months against those of the twelve before, by author date in UTC and
    by the rule for people that was asked for. Open Hub does not publish its thresholds for people; the label uses those
    that it publishes for commits, 25 % more or fewer.

    The parts "low" and "high" are the ends of a 95 % interval, as for commits. Who is there in both years makes the two
    numbers move together: people of both years, of the recent one alone and of the one before alone are taken as three
    independent counts, from which the variance of the logarithm of the ratio follows by the delta method, times the
    dispersion of the 24 monthly numbers of people (at least 1). By age there is a row for the twelve months that ended
    so many years before, up to ten, as far as the twelve months before those have people.

    ## What can mislead
    One drive-by patch counts as much as a year's work, and small numbers swing.
    """
    table = facts["commits"]
    times = table["author_time"].to_numpy()
    codes = people(facts, options)
    end = facts.moment.end
    if options.by is None:
        return _trend(times, codes, end)
    return by_age(lambda moment: _trend(times, codes, moment), end)


def _trend(times: Times, codes: Times, end: int) -> pd.DataFrame:
    recent, before = (
        set(codes[inside(times, window, end)].tolist()) for window in (TWELVE_MONTHS, PREVIOUS_TWELVE_MONTHS)
    )
    variance = dispersion(_by_month(codes, monthly_places(times, end))) * of_pairs(recent, before)
    return year_over_year(len(recent), len(before), variance)


def _by_month(codes: Times, months: Times) -> Times:
    kept = (months >= 0) & (months < 24)
    pairs = np.unique(codes[kept] * 24 + months[kept])
    return np.bincount(pairs % 24, minlength=24)


def of_pairs(recent: set[int], before: set[int]) -> float:
    """Return the variance of the logarithm of the ratio, were the people in either year or both those of chance."""
    if not recent or not before:
        return NOT_KNOWN
    now, then, both = 1 / len(recent), 1 / len(before), len(recent & before)
    return len(recent - before) * now**2 + len(before - recent) * then**2 + both * (now - then) ** 2
