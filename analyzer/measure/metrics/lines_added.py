"""How many lines were added."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.changes import CHANGE_TABLES, changes_in_periods, changes_inside
from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import PERIODS
from analyzer.measure.plain_git import lines
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Lines added", unit="lines", needs=CHANGE_TABLES, by=PERIODS, windowed=True, plain=lines(1))
def lines_added(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of lines that commits added, in text files of any kind.

    ## Why it matters
    Together with the lines removed it says how much was written, and how much of it replaced something.

    ## How it is counted
    Lines added by git's own diff, over the commits that are no merges, by author date in UTC: code, comments, blank
    lines and prose alike. A changed line is one added and one removed. A renamed file counts what was edited in it
    only. CHAOSS "Code Changes Lines" and Open Hub's "Lines Added", which counts renamed files whole.

    ## What can mislead
    Copied libraries, data and generated files count as if somebody had written them.
    """
    if options.by is not None:
        changes, periods = changes_in_periods(facts, options, options.by)
        return in_order(periods, periods.sums(changes["added"].to_numpy()))
    return one_value(int(changes_inside(facts, options)["added"].sum()))
