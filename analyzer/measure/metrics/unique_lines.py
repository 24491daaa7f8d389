"""How many different lines."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.unique_sums import ALONE, UNIQUE_SPLITS, UNIQUE_TABLES, unique_sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Unique lines", unit="lines", needs=UNIQUE_TABLES, by=UNIQUE_SPLITS, alone=ALONE)
def unique_lines(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of different lines in all files together: what scc calls ULOC.

    ## Why it matters
    It is a size that copying does not enlarge: what was written, not what was pasted, nor the licence header of each
    file.

    ## How it is counted
    Every line of every file whose lines are counted, comments among them, each different one once, however often and
    in however many files it is. Lines are equal if all their bytes are, white space too; blank lines count like any
    other, but for those at the very end of a file, as in scc. The part `shared` says how many of them are in more than
    one file, `lines` is the number of all lines. A line of two languages or scopes counts in each, and once in the
    whole.

    ## What can mislead
    Many short lines are equal by chance: closing brackets, `return None`. The same code with another indent is
    different.
    """
    sums = unique_sums(facts, options)
    return sums.assign(value=sums["unique"])[[*key_columns(options.by), "value", "shared", "lines"]]
