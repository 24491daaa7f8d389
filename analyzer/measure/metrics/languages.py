"""Which languages it is written in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.measure.language_spans import language_spans
from analyzer.measure.line_sums import LINE_TABLES, growth_lines
from analyzer.measure.main_languages import code_by_language
from analyzer.measure.months import month_names, month_number
from analyzer.measure.trunk import trunk_months
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Languages", unit="lines", needs=LINE_TABLES, unsplit=("files",), by=("language", "month"), defined=True)
def languages(facts: Facts, options: Options) -> pd.DataFrame:
    """The lines of code in each language.

    ## Why it matters
    Each language is something more to know, to test and to keep up to date.

    ## How it is counted
    Lines of code under the definition, by the language of the file, the largest first; Open Hub's table of languages.
    Those that once had code and have none now come last, with 0; languages that never had are left out. Beside each
    stand the most lines of code there were after any commit of the trunk, the commits that brought its first line
    and, where it is gone, took its last (as seconds since 1970), and the years of these in words. Without a split, all
    of them together, and the part "languages" says how many have code now. By month, a row for each month and each
    language that ever had code.

    ## What can mislead
    Lines are not alike: a thousand lines of markup are written faster than a thousand lines of C.
    """
    if options.by == "month":
        return _by_month(facts, options)
    if options.by == "language":
        spans = language_spans(facts, options)
        return spans.assign(value=spans["code"])[["language", "value", "most", "since", "until", "note"]]
    code = code_by_language(facts, options)
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
