"""How much complexity recent commits added."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.recent import RECENT_TABLES, SPLITS, grouped, recent_files, sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Complexity added", unit="paths", needs=RECENT_TABLES, by=SPLITS)
def complexity_growth(facts: Facts, options: Options) -> pd.DataFrame:
    """By how much recent commits raised the cyclomatic complexity of all methods together; negative if they lowered it.

    ## Why it matters
    Every path more is one more to understand and to test; it grows with what a program can do.

    ## How it is counted
    McCabe's cyclomatic complexity of each method, by Lizard through PyDriller: the sum over a file's methods after
    the commit less that before, summed. The part "added" is what commits that raised it in a file added, "removed"
    what others took away, "commits" how many changed such files. It covers the newest commits without merges by author
    date: at most as many, and as many months back from the moment's end, as `commits` (500) and `months` (12) under
    `[quality]` say.

    ## What can mislead
    A file that is renamed and rewritten may be told as one deleted and one added. Tests have complexity too: look at
    the split by scope.
    """
    files = recent_files(facts, options)
    files = files.assign(added=files["complexity"].clip(lower=0), removed=-files["complexity"].clip(upper=0))
    split, groups = grouped(files, facts, options)
    found = sums(split, groups, ["complexity", "added", "removed"]).rename(columns={"complexity": "value"})
    found = found[[*key_columns(options.by), "value", "added", "removed", "commits"]]
    if options.by in ("file", "person"):
        return found.sort_values(["value", key_columns(options.by)[0]], ascending=[False, True], ignore_index=True)
    return found
