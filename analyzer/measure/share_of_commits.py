"""How large a share of the commits something is true of: in a window, or by month, quarter and year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.credit import MERGE
from analyzer.measure.folding import percentages, series
from analyzer.measure.months import in_months
from analyzer.measure.periods import periods, summed
from analyzer.measure.windows import Mask, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options


def share_of_commits(facts: Facts, options: Options, which: Mask, part: str) -> pd.DataFrame:
    """Return the share of commits in percent, with `part` (the commits for which `which` is true) and `commits`.

    By author date in UTC, merges among them if the options say so; NaN where there is no commit.
    """
    table = facts["commits"]
    counted = np.ones(len(table), np.bool_) if options.merges else (table["parents"] < MERGE).to_numpy()
    times, which = table["author_time"].to_numpy(np.int64)[counted], which[counted]
    if options.by is None:
        kept = inside(times, options.window, facts.moment.end)
        sums = pd.DataFrame({part: [int(which[kept].sum())], "commits": [int(kept.sum())]})
        return _with_share(sums, part)
    months = in_months(times, options.window, facts.moment.end)
    names = periods(months.names, options.by)
    keys, commits = summed(names, months.counts())
    _, found = summed(names, months.sums(which.astype(np.int64)))
    return series(
        options.by, keys, percentages(pd.Series(found), pd.Series(commits)), **{part: found, "commits": commits}
    )


def _with_share(sums: pd.DataFrame, part: str) -> pd.DataFrame:
    sums.insert(0, "value", percentages(sums[part], sums["commits"]))
    return sums
