"""Which share of the lines lasts how long."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.lives import MONTHS_A_YEAR, Curve, by_kind, counts, curve, lives, programmed, share_after
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

YEARS = 5


@metric(title="Lines that last five years", unit="percent", needs=("lifetimes",), by=("age", "kind", "scope"))
def line_survival(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of lines that are still there, unchanged, five years after they were written, in percent.

    ## Why it matters
    The half-life is one point of a curve; this is the curve, and it shows whether comments last longer than code.

    ## How it is counted
    As for `half_life`, by Kaplan and Meier's estimate. By age, a row for each whole number of years, with the shares of
    code and of comments (docstrings among them) beside that of all; by kind and by scope the share after five years.
    The parts are the lines that were ever written and those that are there. Unknown at ages that no line has yet.

    ## What can mislead
    At high ages the share rests on the few files that are so old.
    """
    table = programmed(lives(facts, options), options)
    if options.by == "age":
        return _by_age(table, facts)
    if options.by is None:
        return pd.DataFrame([_row(table, facts)])
    groups = by_kind(table) if options.by == "kind" else ((str(key), rows) for key, rows in table.groupby(options.by))
    rows = [{options.by: key, **_row(group, facts)} for key, group in groups]
    return pd.DataFrame(rows, columns=[options.by, *_row(table.iloc[:0], facts)]).astype({options.by: "str"})


def _row(table: pd.DataFrame, facts: Facts) -> dict[str, float]:
    return {"value": share_after(curve(table, facts.moment.end), YEARS), **counts(table)}


def _by_age(table: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    curves: dict[str, Curve] = {"value": curve(table, facts.moment.end)}
    curves |= {kind: curve(rows, facts.moment.end) for kind, rows in by_kind(table) if kind != "docstring"}
    ages = range(1, (len(curves["value"]) - 1) // MONTHS_A_YEAR + 1)
    shares = {name: [share_after(found, age) for age in ages] for name, found in curves.items()}
    return pd.DataFrame({"age": pd.Series([str(age) for age in ages], dtype="str"), **shares})
