"""How many files were touched."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.changes import CHANGE_TABLES, changes_in_periods, changes_inside
from analyzer.measure.folding import in_order, one_value
from analyzer.measure.periods import PERIODS
from analyzer.measure.plain_git import paths
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Files modified", unit="files", needs=CHANGE_TABLES, by=PERIODS, windowed=True, plain=paths)
def files_modified(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of different files that commits added, changed, renamed or deleted.

    ## Why it matters
    It says whether work goes on everywhere or in a few places.

    ## How it is counted
    Different paths in the changes of the commits that are no merges, by author date in UTC; a file that is changed
    ten times counts once, and in a split by months or the like once in each. Open Hub's "Files Modified".

    ## What can mislead
    One commit that reformats everything touches all files.
    """
    if options.by is not None:
        changes, periods = changes_in_periods(facts, options, options.by)
        return in_order(periods, periods.distinct(changes["path_id"].to_numpy()))
    return one_value(changes_inside(facts, options)["path_id"].nunique())
