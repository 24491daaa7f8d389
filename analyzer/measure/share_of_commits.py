"""How large a share of the commits something is true of: in a window, or by month, quarter and year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.credit import MERGE
from analyzer.measure.folding import in_order, percentages
from analyzer.measure.periods import in_periods
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
    periods = in_periods(times, options.by, options.window, facts.moment.end)
    commits, found = periods.counts(), periods.sums(which.astype(np.int64))
    shares = percentages(pd.Series(found), pd.Series(commits))
    return in_order(periods, shares, **{part: found, "commits": commits})


def _with_share(sums: pd.DataFrame, part: str) -> pd.DataFrame:
    sums.insert(0, "value", percentages(sums[part], sums["commits"]))
    return sums
