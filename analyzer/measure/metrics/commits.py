"""How many commits."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.credit import CREDIT_TABLES, MERGE, credited, credits_of
from analyzer.measure.folding import in_order, one_value, series
from analyzer.measure.periods import PERIODS, in_periods
from analyzer.measure.plain_git import all_commits
from analyzer.measure.presence import over_time
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(
    title="Commits",
    unit="commits",
    needs=CREDIT_TABLES,
    by=(*PERIODS, "moment", "person"),
    windowed=True,
    credited=True,
    plain=all_commits,
    grows=True,
)
def commits(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of commits in the history, merges among them.

    ## Why it matters
    It is the plainest sign of how much happens in a repository, and when.

    ## How it is counted
    Commits reachable from the moment, by author date in UTC; the part "merges" says how many of them have two or
    more parents. Over all time it is what `git rev-list --count` prints. CHAOSS "Code Changes Commits" with its
    defaults (author date, merges and empty commits included); Open Hub's "Commits". Days, weeks (of ISO 8601), months
    and so on start with the first commit dated after 1 January 1970; a commit dated after the end is in no window and
    no such period, but in all time. A period that the window or the end cuts off is not "complete". By moment there is
    a row whenever a commit entered or left the window. By person, commits count for their authors, as in
    `git shortlog -sn`, or for committers, or for authors and co-authors: then a commit counts once for each of them,
    and the rows sum to more than the commits. Without merges it is `git rev-list --count --no-merges`; without bots,
    commits that count for nobody but programs are left out.

    ## What can mislead
    A commit may be one word or a thousand files: projects that squash have fewer of them for the same work. Author
    dates are set by the authors' clocks. By person, two people of one name are two rows that look alike.
    """
    table = facts["commits"]
    if options.by == "person":
        return _by_person(facts, options)
    counted = table.iloc[credits_of(facts, options).commits]
    times = counted["author_time"].to_numpy()
    merges = (counted["parents"] >= MERGE).to_numpy()
    if options.by == "moment":
        return over_time(facts, np.arange(len(times)), times, options.window)
    if options.by in PERIODS:
        periods = in_periods(times, options.by, options.window, facts.moment.end)
        return in_order(periods, periods.counts(), merges=periods.sums(merges.astype("int64")))
    kept = inside(times, options.window, facts.moment.end)
    return one_value(int(kept.sum()), merges=int(merges[kept].sum()))


def _by_person(facts: Facts, options: Options) -> pd.DataFrame:
    given = credited(facts, options)
    events = facts["commits"].iloc[given.rows]
    kept = inside(events["author_time"].to_numpy(), options.window, facts.moment.end)
    codes = given.persons.codes
    merges = (events["parents"] >= MERGE).to_numpy()
    counts, merged = (np.bincount(codes[which], minlength=len(given.persons.names)) for which in (kept, kept & merges))
    split = series("person", given.persons.names, counts, merges=merged)
    there = split[split["value"] > 0]
    return there.sort_values(["value", "person", "merges"], ascending=[False, True, False], ignore_index=True)
