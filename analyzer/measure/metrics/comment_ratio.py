"""Which share of the lines are comments."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns, percentages
from analyzer.measure.line_sums import LINE_SPLITS, LINE_TABLES, lines_split, own_sides
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Comment ratio", unit="percent", needs=LINE_TABLES, unsplit=("files",), by=LINE_SPLITS, defined=True)
def comment_ratio(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of comments in the lines of code and comment, in percent.

    ## Why it matters
    It is what people quote when they say that a project is well commented.

    ## How it is counted
    100 * comment / (comment + code) over all files that the definition counts; blank lines are in neither. Lines are
    summed first and divided last. Where a definition has a numerator and a denominator of its own, these are divided,
    and stand beside comment and code. Where there is nothing to divide by, there is no value. Open Hub's formula.

    ## What can mislead
    Definitions differ most in docstrings, which are half the story in Python: the same two projects can change places.
    A high share may be good documentation, long licence headers or code put out of use.
    """
    split = lines_split(facts, options)
    split = split.assign(value=percentages(split["numerator"], split["denominator"]))
    sides = ["numerator", "denominator"] if own_sides(options.definition) else []
    return split[[*key_columns(options.by), "value", "comment", "code", *sides]]
