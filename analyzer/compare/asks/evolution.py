"""How the code changed over the years: files, tests, types, complexity, and languages that came and went."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.ask import Ask, Asks

GROUP = "Over the years"
LANGUAGES_SHOWN = 6
_ENDS = ("03", "06", "09", "12")
"""Last months of the quarters of a year."""
_YEAR = 31_556_952
"""Seconds of 365.2425 days."""


def _quarters(table: pd.DataFrame) -> pd.DataFrame:
    """Return the months that end a calendar quarter, and the last one."""
    kept = table["month"].str[-2:].isin(_ENDS)
    shown: pd.DataFrame = table[kept | (table["month"] == table["month"].max())]
    return shown


def _comers_and_goers(table: pd.DataFrame) -> pd.DataFrame:
    """Return the languages that went, and those that came a year or more after the first one; most lines first."""
    later = table["since"] >= table["since"].min() + _YEAR
    moved: pd.DataFrame = table[later | table["until"].notna()]
    return moved.sort_values(["most", "language"], ascending=[False, True]).head(LANGUAGES_SHOWN)


_ROWS = (
    Ask("tests-ratio", GROUP, "Test code to source code", "tests_ratio", definition=True),
    Ask("typing-coverage", GROUP, "Typing coverage", "typing_coverage"),
)

_CHARTS = (
    Ask("files", "", "Files", "files", by="month", cut=_quarters),
    Ask("mean-file-size", "", "Mean file size", "mean_file_size", by="month", cut=_quarters),
    Ask("tests-ratio", "", "Test code to source code", "tests_ratio", by="month", definition=True, cut=_quarters),
    Ask("typing-coverage", "", "Typing coverage", "typing_coverage", by="moment"),
    Ask("mean-complexity", "", "Mean complexity of functions", "mean_complexity", by="moment"),
)

_PLACES = (
    Ask(
        "languages-moved",
        "",
        "Languages that came and went",
        "languages",
        by="language",
        definition=True,
        cut=_comers_and_goers,
    ),
)

ASKED = Asks(__name__, order=64, rows=_ROWS, charts=_CHARTS, places=_PLACES, switch="evolution")
