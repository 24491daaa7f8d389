"""How many methods recent commits changed."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.recent import RECENT_TABLES, SPLITS, grouped, recent_files, sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Methods changed", unit="methods", needs=RECENT_TABLES, by=SPLITS)
def methods_changed(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of methods and functions that recent commits changed, added or deleted.

    ## Why it matters
    Lines say how much was typed; methods say how many places of behaviour a reviewer had to think about.

    ## How it is counted
    PyDriller's `changed_methods` of each file, summed: those in which a line was added or deleted. A method that is
    changed in ten commits counts ten times. The part "hunks" is how many unbroken runs of changed lines there were,
    "commits" in how many commits. It covers the newest commits without merges by author date: at most as many, and
    as many months back from the moment's end, as `commits` (500) and `months` (12) under `[quality]` say; files in
    languages that Lizard reads.

    ## What can mislead
    Methods are told apart by name and parameters: two of one name in one file are one. Code outside of methods is in
    none.
    """
    files, groups = grouped(recent_files(facts, options), facts, options)
    found = sums(files, groups, ["methods", "hunks"]).rename(columns={"methods": "value"})
    found = found[[*key_columns(options.by), "value", "hunks", "commits"]]
    if options.by in ("file", "person"):
        return found.sort_values(["value", key_columns(options.by)[0]], ascending=[False, True], ignore_index=True)
    return found
