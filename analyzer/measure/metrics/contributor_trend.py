"""Whether contributors become more or fewer."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.identities import PEOPLE_TABLES, people
from analyzer.measure.trends import year_over_year
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import PREVIOUS_TWELVE_MONTHS, TWELVE_MONTHS, Options, metric


@metric(title="Year-over-year contributors", unit="change", needs=PEOPLE_TABLES)
def contributor_trend(facts: Facts, options: Options) -> pd.DataFrame:
    """The change in the number of contributors from one year to the next, in percent.

    ## Why it matters
    People leave before code decays.

    ## How it is counted
    Different authors of the last twelve calendar months against those of the twelve before, by author date in UTC and
    by the rule for people that was asked for. Open Hub does not publish its thresholds for people; the label uses those
    that it publishes for commits, 25 % more or fewer.

    ## What can mislead
    One drive-by patch counts as much as a year's work, and small numbers swing.
    """
    table = facts["commits"]
    times = table["author_time"].to_numpy()
    codes = people(facts, options)
    end = facts.moment.end
    recent, before = (
        len(pd.unique(codes[inside(times, window, end)])) for window in (TWELVE_MONTHS, PREVIOUS_TWELVE_MONTHS)
    )
    return year_over_year(recent, before)
