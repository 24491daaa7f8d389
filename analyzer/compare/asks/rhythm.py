"""Who comes and goes, when people commit, how large commits are, and how regularly there are releases."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.ask import Ask, Asks

COMING = "People coming and going"
RHYTHM = "Rhythm"
YEARS_SHOWN = 6


def _lately(table: pd.DataFrame) -> pd.DataFrame:
    return table.tail(YEARS_SHOWN)


def _cells(table: pd.DataFrame) -> pd.DataFrame:
    """Return the hours with a name each, "Monday 9", and those without a commit left out."""
    told = table[table["commits"] > 0]
    return told.assign(hour=told["weekday"] + " " + told["hour"].astype("str"))[["hour", "value", "commits"]]


def _happened(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["value"] > 0]


def _few(table: pd.DataFrame) -> pd.DataFrame:
    return table.head(3)


_ROWS = (
    Ask("newcomers-12m", COMING, "Newcomers (past 12 months)", "newcomers", "12m"),
    Ask("lost-12m", COMING, "Left (past 12 months)", "lost", "12m"),
    Ask("working-hours", RHYTHM, "Commits in working hours", "hours"),
    Ask("commit-size", RHYTHM, "Lines changed by a commit, median", "commit_size"),
    Ask("release-cadence", RHYTHM, "Days between releases, median", "release_cadence"),
    Ask("vulnerabilities", RHYTHM, "Vulnerabilities named by commits", "cve_fixes"),
)

_CHARTS = (Ask("levels", "", "Level of commits a month", "levels", by="level"),)

_PLACES = (
    Ask("newcomers-by-year", "", "Newcomers", "newcomers", by="year", cut=_lately),
    Ask("returning-by-year", "", "Came back", "returning", by="year", cut=_lately),
    Ask("lost-by-year", "", "Left", "lost", by="year", cut=_lately),
    Ask("releases-by-year", "", "Releases", "releases", by="year", cut=_lately),
    Ask("vulnerabilities-by-year", "", "Vulnerabilities named", "cve_fixes", by="year", cut=_lately),
    Ask("commits-by-hour", "", "Share of commits by hour", "hours", by="hour", cut=_cells),
    Ask("sizes", "", "Sizes of commits", "commit_size"),
    Ask("gaps", "", "Longest times without a commit", "gaps", by="gap", cut=_few),
    Ask("burst-months", "", "Months far above the usual", "bursts", by="month", cut=_happened),
)

ASKED = Asks(__name__, order=44, rows=_ROWS, charts=_CHARTS, places=_PLACES)
