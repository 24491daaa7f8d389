"""How complex an average function is, over the years."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.syntax_sums import SYNTAX_SPLITS, SYNTAX_TABLES, quotient, syntax_sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_PARTS = ["complexity", "blocks", "parsed_lines"]


@metric(title="Mean complexity of functions", unit="paths", needs=SYNTAX_TABLES, by=SYNTAX_SPLITS)
def mean_complexity(facts: Facts, options: Options) -> pd.DataFrame:
    """The cyclomatic complexity of an average Python function: the number of independent paths through it.

    ## Why it matters
    Each path is something to understand and to test. Over the years it says whether code grows by more functions or by
    more branches in them.

    ## How it is counted
    The sum of Radon's cyclomatic complexities divided by the number of functions (`blocks`), over Python files of
    scope `source`. Functions are those that Radon lists, methods of classes among them, classes themselves not; what is
    defined within a function is passed over. Syntax trees are costly, so the values by moment are samples: the trees at
    the end of each calendar month, and the one at the moment. The part
    `parsed_lines` is the percentage of the lines that the Python running Diptych could parse; where it is under 90, as
    in code for Python 2, there is no value.

    ## What can mislead
    A mean hides the few functions that are hard: many short ones beside them lower it. Radon counts `assert` and
    comprehensions as paths, which other tools may not.
    """
    sums = syntax_sums(facts, options)
    sums = sums.assign(value=quotient(sums["complexity"], sums["blocks"]))
    return sums[[*key_columns(options.by), "value", *(part for part in _PARTS if part in sums)]]
