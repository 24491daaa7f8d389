"""How many arguments and returns say which type they are of."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import key_columns
from analyzer.measure.syntax_sums import SYNTAX_SPLITS, SYNTAX_TABLES, quotient, syntax_sums
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_PARTS = ["annotated", "arguments", "returns", "functions", "parsed_lines"]


@metric(title="Typing coverage", unit="percent", needs=SYNTAX_TABLES, by=SYNTAX_SPLITS)
def typing_coverage(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of arguments and returns of Python functions that are annotated with a type, in percent.

    ## Why it matters
    Annotations are read by people, by editors and by type checkers, which find mistakes with them before a program
    runs. When a project took them up is part of its history.

    ## How it is counted
    100 * (annotated arguments + annotated returns) / (arguments + functions) over Python files of scope `source`, all
    functions and methods wherever they stand, each with one return. Every argument counts, `*args` and `**kwargs` too,
    but not the first one of a method that is no static method. Signatures under `typing.overload`, lambdas and comments
    with `# type:` are passed over. Syntax trees are costly, so the values by moment are samples: the trees at the end
    of each calendar month, and the one at the moment. The part `parsed_lines` is the percentage of the lines that the
    Python running Diptych could parse; where it is under 90, as in code for Python 2, there is no value.

    ## What can mislead
    `Any` is an annotation that says nothing. Types may also be in stub files elsewhere, and tests are not looked at.
    """
    sums = syntax_sums(facts, options)
    annotated, whole = sums["annotated"] + sums["returns"], sums["arguments"] + sums["functions"]
    sums = sums.assign(value=100.0 * quotient(annotated, whole))
    return sums[[*key_columns(options.by), "value", *(part for part in _PARTS if part in sums)]]
