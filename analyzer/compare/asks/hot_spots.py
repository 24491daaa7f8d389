"""What is touched most and how hard it is, what changes together, and what depends on one person."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.ask import SOURCE, Ask, Asks

FILES_SHOWN = 5
DOTS_SHOWN = 120
PAIRS_SHOWN = 5
OFTEN = 50
"""Percent: a pair that is shown changes together in half or more of the commits of one of the two."""

_GROUP = "Hot spots and knowledge"


def _hottest(table: pd.DataFrame) -> pd.DataFrame:
    return table.head(FILES_SHOWN)


def _warm(table: pd.DataFrame) -> pd.DataFrame:
    return table.head(DOTS_SHOWN)


def _closest(table: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of program files that change together often, those with the most common commits first."""
    close = table[(table["programs"] == 2) & (table["value"] >= OFTEN)]
    order = ["together", "value", "path", "other"]
    return close.sort_values(order, ascending=[False, False, True, True]).head(PAIRS_SHOWN)


def _lone(table: pd.DataFrame) -> pd.DataFrame:
    # A table of what is not known has no more columns than the value.
    return table[table["depends"] == 1].head(FILES_SHOWN) if "depends" in table else table


_ROWS = (
    Ask("hot-spots", _GROUP, "Heat in the hottest tenth of the files (past 12 months)", "hot_spots", "12m"),
    Ask("coupling", _GROUP, "Files that change with another (past 12 months)", "coupling", "12m", scopes=SOURCE),
    Ask("ownership", _GROUP, "Surviving lines in files of one person", "ownership"),
    Ask("authorship", _GROUP, "Lines added to files of one person", "authorship"),
)

_PLACES = (
    Ask("hot-files", "", "Hottest files", "hot_spots", "12m", by="file", cut=_hottest),
    Ask("warm-files", "", "Files by their heat", "hot_spots", "12m", by="file", cut=_warm),
    Ask("hot-functions", "", "Hottest functions", "hot_spots", "12m", by="function", cut=_hottest),
    Ask("pairs", "", "Files that change together", "coupling", by="pair", scopes=SOURCE, cut=_closest),
    Ask("owned-files", "", "Files of one person", "ownership", by="file", cut=_lone),
    Ask("owned-folders", "", "Folders of one person", "ownership", by="folder", cut=_lone),
    Ask("authored-files", "", "Files one person added", "authorship", by="file", cut=_lone),
    Ask("authored-folders", "", "Folders one person added", "authorship", by="folder", cut=_lone),
)

ASKED = Asks(__name__, order=60, rows=_ROWS, places=_PLACES, switch="coupling")
