"""How many lines of each year are left."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.lives import MONTHS_A_YEAR, lives
from analyzer.measure.months import month_names, month_number
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_KINDS = {"code": "code", "comment": "comment", "docstring": "comment", "blank": "blank"}
_PARTS = ("code", "comment", "blank")


@metric(title="Lines by year of writing", unit="lines", needs=("lifetimes",), by=("cohort", "month"))
def survival(facts: Facts, options: Options) -> pd.DataFrame:
    """The lines that are there, by the year in which they were written.

    ## Why it matters
    It shows how old the code is that people read and run today, and how each year's work melts away.

    ## How it is counted
    All lines of the files that are counted, blank ones too, without vendored and generated files; each belongs to the
    year (UTC) of the commit that wrote it: as `git blame --first-parent` has it, and for what a merge brought, the
    commit of the branch that last added such a line. By cohort, a row for each year of which
    a line was ever written: the lines there now, of which code, comment (with docstrings) and blank, and all lines that
    were written in that year. By month, how many of each year's lines were there at the month's end.

    ## What can mislead
    A line that was indented anew is a new line, unless the commit is in `.git-blame-ignore-revs`. A repository that was
    imported begins with one large year.
    """
    table = lives(facts, options)
    table = table.assign(cohort=_years(table["written"]), kind=table["kind"].map(_KINDS).astype("str"))
    if options.by == "month":
        return _by_month(table, facts.moment.end)
    cohorts = [f"{year:04d}" for year in range(*_span(table["cohort"]))]
    there = _sums(table[table["died"] < 0], cohorts)
    written = _sums(table[table["lines"] > 0], cohorts).sum(axis="columns")
    found = there.assign(value=there.sum(axis="columns"), written=written)[["value", *_PARTS, "written"]]
    if options.by == "cohort":
        return found[written > 0].rename_axis("cohort").reset_index().astype({"cohort": "str"})
    whole = found.sum().to_frame().T
    return whole if len(table) else whole.astype("float64").assign(value=np.nan)


def _years(months: pd.Series[int]) -> pd.Series[int]:
    return 1970 + months // MONTHS_A_YEAR


def _span(years: pd.Series[int]) -> tuple[int, int]:
    return (int(years.min()), int(years.max()) + 1) if len(years) else (0, 0)


def _sums(table: pd.DataFrame, cohorts: list[str]) -> pd.DataFrame:
    """Return the lines of each cohort and kind."""
    sums = table.groupby([table["cohort"].map("{:04d}".format), "kind"])["lines"].sum().unstack(fill_value=0)
    return sums.reindex(index=cohorts, columns=list(_PARTS), fill_value=0).astype("int64")


def _by_month(table: pd.DataFrame, end: int) -> pd.DataFrame:
    last = month_number(end)
    first = int(table["born"].min()) if len(table) else last
    length = last - first + 1
    low, high = _span(table["cohort"])
    changes = np.zeros((length, high - low), np.int64)
    column = table["cohort"].to_numpy() - low
    born, died, lines = (table[name].to_numpy() for name in ("born", "died", "lines"))
    np.add.at(changes, (born - first, column), lines)
    gone = died >= 0
    np.add.at(changes, (died[gone] - first, column[gone]), -lines[gone])
    there = changes.cumsum(axis=0)
    names, years = month_names(first, length), [f"{year:04d}" for year in range(low, high)]
    return pd.DataFrame(
        {
            "month": pd.Series(np.repeat(np.array(names, object), len(years)), dtype="str"),
            "cohort": pd.Series(np.tile(np.array(years, object), length), dtype="str"),
            "value": there.ravel(),
        }
    )
