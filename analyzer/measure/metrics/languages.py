"""Which languages it is written in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.measure.line_sums import LINE_TABLES, growth_lines
from analyzer.measure.main_languages import code_by_language
from analyzer.measure.months import month_names, month_number
from analyzer.measure.trunk import trunk_months
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Languages", unit="lines", needs=LINE_TABLES, by=("language", "month"), defined=True)
def languages(facts: Facts, options: Options) -> pd.DataFrame:
    """The lines of code in each language.

    ## Why it matters
    Each language is something more to know, to test and to keep up to date.

    ## How it is counted
    Lines of code under the definition, by the language of the file, the largest first; languages without a line of
    code are left out. Without a split, all of them together, and the part "languages" says how many. By month, a row
    for each month and each language that ever had code. Open Hub's table of languages.

    ## What can mislead
    Lines are not alike: a thousand lines of markup are written faster than a thousand lines of C.
    """
    if options.by == "month":
        return _by_month(facts, options)
    code = code_by_language(facts, options)
    if options.by == "language":
        return pd.DataFrame({"language": pd.Series(list(code.index), dtype="str"), "value": code.to_numpy()})
    return one_value(int(code.sum()), languages=len(code))


def _by_month(facts: Facts, options: Options) -> pd.DataFrame:
    growth = growth_lines(facts, options)
    first, rows = trunk_months(growth["time"].to_numpy(), facts.moment.end)
    codes, names = pd.factorize(growth["language"], sort=True)
    totals = np.zeros((month_number(facts.moment.end) - first + 1, len(names)), dtype=np.int64)
    np.add.at(totals, (rows, codes), growth["code"].to_numpy())
    totals = totals.cumsum(axis=0)
    used = np.flatnonzero(totals.any(axis=0))
    months = month_names(first, len(totals))
    return pd.DataFrame(
        {
            "month": pd.Series(np.repeat(months, len(used)), dtype="str"),
            "language": pd.Series(list(names[used]) * len(months), dtype="str"),
            "value": totals[:, used].ravel(),
        }
    )
