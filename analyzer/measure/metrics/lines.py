"""How many lines of code."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.line_sums import LINE_SPLITS, LINE_TABLES, lines_split
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Lines of code", unit="lines", needs=LINE_TABLES, unsplit=("files",), by=LINE_SPLITS, defined=True)
def lines(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of lines of code, with the lines of comment and the blank ones beside it.

    ## Why it matters
    It is the size of the thing: what one has to read to know it.

    ## How it is counted
    Every file of the tree in a language that the definition counts; the definition says which lines are code, comment
    and blank. "total" is all lines of these files, whatever their kind. Months and commits are running sums of what
    each commit of the trunk changed; the state of a month is that of the newest trunk commit dated not after it.
    Open Hub's "Lines of Code".

    ## What can mislead
    Tests, documentation tools and copied libraries are code too: split by scope to see them apart.
    """
    split = lines_split(facts, options).assign(value=lambda table: table["code"])
    return split[[*key_columns(options.by), "value", "code", "comment", "blank", "total"]]
