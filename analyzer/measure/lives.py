"""How long lines last: Kaplan and Meier's estimate over the lines that were ever written.

E. L. Kaplan, P. Meier: Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
Association 53 (1958). A line that is still there has not told yet how long it lasts: it counts among those that may go
at every age up to its own, and at none beyond. Ages are whole calendar months.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.months import month_number
from analyzer.model.frames import Facts
from analyzer.model.metric import Options

MONTHS_A_YEAR = 12
KINDS = ("code", "comment", "docstring")
"""Kinds that are told apart; docstrings are among the comments too. Blank lines are in none."""

Curve = npt.NDArray[np.float64]
"""By age in months: the share of lines that last longer; NaN from where no line has been that old."""


def lives(facts: Facts, options: Options) -> pd.DataFrame:
    """Return the table `lifetimes` of the scopes that are asked for."""
    table = facts["lifetimes"]
    return table if options.scopes is None else table[table["scope"].isin(options.scopes)]


def by_kind(table: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each of `KINDS` with its lines."""
    for kind in KINDS:
        yield kind, table[table["kind"].isin(["comment", "docstring"] if kind == "comment" else [kind])]


def programmed(table: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Return the lines of programming languages that are not blank.

    Catalogues of translations and the like are written anew by programs: their lines would drown those of people.
    """
    languages = table["language"].unique()
    logic = [language for language in languages if options.categories.get(language, "logic") == "logic"]
    return table[(table["kind"] != "blank") & table["language"].isin(logic)]


def curve(table: pd.DataFrame, end: int) -> Curve:
    """Return the curve of lines as seen at `end`, seconds since 1970 in UTC.

    Lines that came late under an earlier date (below zero in the table) are watched from when they came.
    """
    born, died, lines = (table[name].to_numpy() for name in ("born", "died", "lines"))
    gone = died >= 0
    age = np.maximum(np.where(gone, died, month_number(end)) - born, 0)
    length = int(age.max(initial=-1)) + 1
    watched = np.bincount(age, lines, length)[::-1].cumsum()[::-1]
    ended = gone & (lines > 0)
    deaths = np.bincount(age[ended], lines[ended], length)
    known = watched > 0
    shares = np.where(known, 1 - np.divide(deaths, watched, out=np.zeros(length), where=known), np.nan)
    found: Curve = shares.astype(np.float64).cumprod()
    return found


def half_life(found: Curve) -> float:
    """Return the age in years by which half of the lines are gone; NaN if more than half still last."""
    reached = np.flatnonzero(found <= 0.5)
    return float(reached[0]) / MONTHS_A_YEAR if len(reached) else float("nan")


def share_after(found: Curve, years: int) -> float:
    """Return the percentage of lines that last longer than so many years; NaN if none has been that old."""
    months = years * MONTHS_A_YEAR
    return 100 * float(found[months]) if months < len(found) else float("nan")


def counts(table: pd.DataFrame) -> dict[str, int]:
    """Return how many lines were written, and how many of them are there."""
    there = table["died"] < 0
    return {"written": _written(table), "there": int(table.loc[there, "lines"].sum())}


def _written(table: pd.DataFrame) -> int:
    # A line that came late was written once; the row that takes it back for the time before is no line.
    return int(table.loc[table["lines"] > 0, "lines"].sum())
