"""How many commits."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import in_order, one_value, series
from analyzer.measure.identities import display_names, people
from analyzer.measure.periods import PERIODS, in_periods
from analyzer.measure.presence import over_time
from analyzer.measure.windows import Mask, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Commits", unit="commits", needs=("commits",), by=(*PERIODS, "moment", "person"), windowed=True)
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
    a row whenever a commit entered or left the window.

    ## What can mislead
    A commit may be one word or a thousand files: projects that squash have fewer of them for the same work. Author
    dates are set by the authors' clocks. By person, two people of one name are two rows that look alike.
    """
    table = facts["commits"]
    times = table["author_time"].to_numpy()
    merges = (table["parents"] > 1).to_numpy()
    if options.by == "moment":
        return over_time(facts, np.arange(len(times)), times, options.window)
    if options.by in PERIODS:
        periods = in_periods(times, options.by, options.window, facts.moment.end)
        return in_order(periods, periods.counts(), merges=periods.sums(merges.astype("int64")))
    kept = inside(times, options.window, facts.moment.end)
    if options.by == "person":
        return _by_person(table[kept], merges[kept], options.identity)
    return one_value(int(kept.sum()), merges=int(merges[kept].sum()))


def _by_person(table: pd.DataFrame, merges: Mask, identity: str) -> pd.DataFrame:
    codes = people(table, identity)
    authors = display_names(table, codes)
    counts = np.bincount(codes, minlength=len(authors))
    split = series("person", authors, counts, merges=np.bincount(codes[merges], minlength=len(authors)))
    return split.sort_values(["value", "person", "merges"], ascending=[False, True, False], ignore_index=True)
