"""How many people carry a repository, whether they stay, and what it comes to for each of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.compare.ask import Ask, Asks
from analyzer.model.organisation import GROUPS, OTHERS

GROUP = "Continuity"
YEARS_SHOWN = 6
COHORTS_SHOWN = 6
ORGANISATIONS_SHOWN = 3
MOST_ACTIVE = (1, 5, 10, 20, 50)
"""Percent of the people whose share of the commits is told."""
PLACES = (*range(0, 80, 5), *range(80, 90, 2), *range(90, 98), *(98 + step / 5 for step in range(11)))
"""Percent of the people, the least active first, at which the Lorenz curve is drawn: it bends at its end."""
RETURNS_SHOWN = (2, 3, 5)
"""The years of newcomers whose activity is told; all are active in their first."""
STAYS_SHOWN = (1, 3, 5, 10)
"""The years for longer than which it is told how many stay."""


def _lately(table: pd.DataFrame) -> pd.DataFrame:
    return table.tail(YEARS_SHOWN)


def _most_active(table: pd.DataFrame) -> pd.DataFrame:
    """Return from the Lorenz curve what the most active so many percent wrote; between its corners it is straight."""
    if table.empty:
        return table
    rest = np.interp([100 - share for share in MOST_ACTIVE], table["share"], table["value"])
    return pd.DataFrame({"share": list(MOST_ACTIVE), "value": 100 - rest})


def _lorenz(table: pd.DataFrame) -> pd.DataFrame:
    """Return the Lorenz curve at `PLACES`, the same for all repositories; between its corners it is straight."""
    if table.empty:
        return table
    made = np.interp(PLACES, table["share"], table["value"])
    return pd.DataFrame({"share": list(PLACES), "value": made.round(2)})


def _largest(table: pd.DataFrame) -> pd.DataFrame:
    """Return the organisations with most commits, then what the commits of all others come from."""
    grouped = table["organisation"].isin(GROUPS)
    named = table[~grouped]
    rest = named.iloc[ORGANISATIONS_SHOWN:]
    # Nobody is counted twice for commits in two organisations: how many people the rest has is not told.
    others = pd.DataFrame({"organisation": [OTHERS], "value": [rest["value"].sum()], "share": [rest["share"].sum()]})
    return pd.concat([named.head(ORGANISATIONS_SHOWN), others[others["value"] > 0], table[grouped]], ignore_index=True)


def _cohorts(table: pd.DataFrame) -> pd.DataFrame:
    table = table[table["year"].isin(RETURNS_SHOWN)]
    return table[table["cohort"].isin(sorted(table["cohort"].unique())[-COHORTS_SHOWN:])]


def _stays(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["age"].isin(STAYS_SHOWN)]


_ROWS = (
    Ask("absence-factor-12m", GROUP, "Absence factor (past 12 months)", "absence_factor", "12m"),
    Ask("concentration-12m", GROUP, "Concentration of commits (past 12 months)", "concentration", "12m"),
    Ask("elephant-factor", GROUP, "Elephant factor (all time)", "elephant_factor"),
    Ask("retention", GROUP, "Newcomers active in their second year", "retention"),
    Ask("tenure", GROUP, "Tenure of the active, median", "tenure"),
    Ask("newcomer-half-life", GROUP, "Half-life of newcomers", "newcomer_half_life"),
    Ask("commits-per-person-12m", GROUP, "Commits per person (past 12 months)", "commits_per_person", "12m"),
    Ask(
        "commits-per-kloc-12m",
        GROUP,
        "Commits per 1,000 lines of code (past 12 months)",
        "commits_per_kloc",
        "12m",
        definition=True,
    ),
)

_PLACES = (
    Ask("absence-by-year", "", "Absence factor by year", "absence_factor", by="year", cut=_lately),
    Ask("absence-by-kind", "", "Absence factor by kind of work", "absence_factor", by="kind"),
    Ask("most-active", "", "Commits of the most active", "concentration", by="share", cut=_most_active),
    Ask("lorenz", "", "Commits by the least active", "concentration", by="share", cut=_lorenz),
    Ask("organisations", "", "Commits by organisation", "elephant_factor", by="organisation", cut=_largest),
    Ask("retention", "", "Newcomers active in their second year", "retention"),
    Ask("cohorts", "", "Newcomers by year", "retention", by="cohort", cut=_cohorts),
    Ask("tenure", "", "Tenure of the active", "tenure"),
    Ask("newcomer-half-life-by-kind", "", "Half-life by kind of newcomer", "newcomer_half_life", by="kind"),
    Ask("staying", "", "Newcomers who stay longer", "newcomer_half_life", by="age", cut=_stays),
)

ASKED = Asks(__name__, order=50, rows=_ROWS, places=_PLACES)
