"""How many people wrote commits."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import in_order, one_value
from analyzer.measure.identities import people
from analyzer.measure.periods import PERIODS, in_periods
from analyzer.measure.presence import over_time
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Contributors", unit="people", needs=("commits",), by=(*PERIODS, "moment"), windowed=True)
def contributors(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of different people who wrote commits.

    ## Why it matters
    A repository that many people have written in does not depend on one of them.

    ## How it is counted
    Different authors of the commits that the commit count counts, merges among them. "raw" takes name and e-mail as
    recorded, as `git shortlog -sne` does without a mailmap; "openhub" takes the author name alone, or the e-mail
    where the name is empty, as Open Hub does. Committers are not counted. By moment there is a row whenever the number
    changed: when somebody came, and when somebody's last commit left the window.

    ## What can mislead
    One person with two addresses is two people in "raw"; two people of one name are one in "openhub". Programs that
    commit count as people.
    """
    table = facts["commits"]
    times = table["author_time"].to_numpy()
    codes = people(table, options.identity)
    if options.by == "moment":
        return over_time(facts, codes, times, options.window)
    if options.by in PERIODS:
        periods = in_periods(times, options.by, options.window, facts.moment.end)
        return in_order(periods, periods.distinct(codes))
    kept = inside(times, options.window, facts.moment.end)
    return one_value(len(pd.unique(codes[kept])))
