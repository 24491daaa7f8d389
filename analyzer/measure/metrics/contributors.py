"""How many people wrote commits."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.credit import CREDIT_TABLES, credited
from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import PERIODS, in_periods
from analyzer.measure.plain_git import all_people
from analyzer.measure.presence import over_time
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Contributors",
    unit="people",
    needs=CREDIT_TABLES,
    by=(*PERIODS, "moment"),
    windowed=True,
    credited=True,
    plain=all_people,
    grows=True,
)
def contributors(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of different people who wrote commits.

    ## Why it matters
    A repository that many people have written in does not depend on one of them.

    ## How it is counted
    Different authors of the commits that the commit count counts, merges among them. "raw" takes name and e-mail as
    recorded, as `git shortlog -sne` does without a mailmap; "openhub" takes the author name alone, or the e-mail
    where the name is empty, as Open Hub does; "email" the address, whatever its case; "mailmap" name and e-mail as
    the .mailmap at the moment has them, as `git shortlog -sne` does with it; "folded" begins with the mailmap and
    joins who shares an address, an account of a forge, or a full name at one domain. What `[[person]]` in the
    configuration says is added to every rule. Instead of authors, committers may count, or authors and co-authors by
    trailers, by the commit's author date; merges and programs may be left out. By moment there is a row whenever
    the number changed: when somebody came, and when somebody's last commit left the window.

    ## What can mislead
    One person with two addresses is two people in "raw"; two people of one name are one in "openhub". A squash merge
    often drops the trailers of co-authors. Programs that commit count as people unless they are left out.
    """
    given = credited(facts, options)
    times = facts["commits"]["author_time"].to_numpy()[given.rows]
    codes = given.persons.codes
    if options.by == "moment":
        return over_time(facts, codes, times, options.window)
    if options.by in PERIODS:
        periods = in_periods(times, options.by, options.window, facts.moment.end)
        return in_order(periods, periods.distinct(codes))
    kept = inside(times, options.window, facts.moment.end)
    return one_value(len(pd.unique(codes[kept])))
