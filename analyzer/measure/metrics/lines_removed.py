"""How many lines were removed."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.changes import CHANGE_TABLES, changes_in_periods, changes_inside
from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import PERIODS
from analyzer.measure.plain_git import lines
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Lines removed", unit="lines", needs=CHANGE_TABLES, by=PERIODS, windowed=True, plain=lines(2), grows=True)
def lines_removed(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of lines that commits removed, in text files of any kind.

    ## Why it matters
    Code that is replaced or thrown away is work too, and often the better half of it.

    ## How it is counted
    Lines deleted by git's own diff, over the commits that are no merges, by author date in UTC. A changed line is one
    added and one removed; a deleted file is all its lines, a renamed one what was edited in it only. CHAOSS "Code
    Changes Lines" and Open Hub's "Lines Removed", which counts renamed files whole.

    ## What can mislead
    Moving a folder out of the repository looks like a great clean-up.
    """
    if options.by is not None:
        changes, periods = changes_in_periods(facts, options, options.by)
        return in_order(periods, periods.sums(changes["deleted"].to_numpy()))
    return one_value(int(changes_inside(facts, options)["deleted"].sum()))
