"""How long lines last: half-lives, the share that lasts, what is left of each year, comments older than their code."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.ask import SOURCE, Ask, Asks

GROUP = "Lines that last"
COMMENTS_SHOWN = 5
AGES = ("1", "2", "3", "5", "10", "15")
"""Years; a curve of six points is enough to see which is higher."""


def _at_ages(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["age"].isin(AGES)]


def _most_changed(table: pd.DataFrame) -> pd.DataFrame:
    """Return the comments with how they begin below their place."""
    shown = table.head(COMMENTS_SHOWN)
    lines = [f"{place}\n{words}" for place, words in zip(shown["comment"], shown["words"], strict=True)]
    told = shown.assign(comment=pd.Series(lines, dtype="str", index=shown.index))
    return told[["comment", "value", "written"]]


_ROWS = (
    Ask("half-life", GROUP, "Half-life of a line", "half_life"),
    Ask("line-survival", GROUP, "Lines that last five years", "line_survival"),
    Ask("stale-comments", GROUP, "Comments older than their code", "stale_comments"),
)

_PLACES = (
    Ask("half-life-by-kind", "", "Half-life by kind", "half_life", by="kind"),
    Ask("half-life-by-kind-source", "", "In source", "half_life", by="kind", scopes=SOURCE),
    Ask("line-survival-by-age", "", "Lines that last", "line_survival", by="age", cut=_at_ages),
    Ask("lines-by-cohort", "", "Lines by year of writing", "survival", by="cohort"),
    Ask("most-stale-comments", "", "Comments older than their code", "stale_comments", by="comment", cut=_most_changed),
)

ASKED = Asks(__name__, order=67, rows=_ROWS, places=_PLACES, switch="survival")
