"""Which share of the lines is there only once."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns, percentages
from analyzer.measure.unique_sums import ALONE, UNIQUE_SPLITS, UNIQUE_TABLES, unique_sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="DRYness", unit="percent", needs=UNIQUE_TABLES, by=UNIQUE_SPLITS, alone=ALONE)
def dryness(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of different lines in a hundred lines: what scc calls DRYness, after "don't repeat yourself".

    ## Why it matters
    The lower it is, the more lines are there again elsewhere, where they have to be read and changed again.

    ## How it is counted
    100 * unique lines / lines, over all files whose lines are counted (see `unique_lines` for which lines are equal).
    scc prints the same as a fraction. Where there is no line, there is no value.

    ## What can mislead
    It falls with size even where nothing is copied: blank lines, brackets and common statements are equal everywhere,
    so it says little between a small and a large repository. Data and translations raise it.
    """
    sums = unique_sums(facts, options)
    sums = sums.assign(value=percentages(sums["unique"], sums["lines"]))
    return sums[[*key_columns(options.by), "value", "unique", "lines"]]
