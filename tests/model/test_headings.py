"""Heads of rows that stand without their explanation."""

from __future__ import annotations

import pytest

from analyzer.model.comparison import Row
from analyzer.model.headings import by_group, row_title


def row(title="Commits", unit="commits", group="All time", definition="") -> Row:
    return Row(title.lower(), group, title, unit, (), "metric", definition=definition)


@pytest.mark.parametrize(
    ("made", "title"),
    [
        (row(), "Commits"),
        (row("Commits (past 12 months)", group="12 months"), "Commits"),
        (row("Commits (past 12 months)", group="People"), "Commits (past 12 months)"),
        (row("Age", "years"), "Age, years"),
        (row("Comment ratio", "percent", definition="openhub"), "Comment ratio, by openhub"),
        (row("Lines of code", "lines", definition="openhub"), "Lines of code"),
        (row("Elephant factor", "organisations"), "Elephant factor, organisations"),
        (row("Days between releases, median", "days"), "Days between releases, median"),
    ],
)
def test_a_title_says_what_is_not_said_around_it(made, title):
    assert row_title(made) == title


def test_outside_of_its_group_a_title_keeps_its_window():
    made = row("Commits (past 12 months)", group="12 months")
    assert row_title(made, grouped=False) == "Commits (past 12 months)"


def test_groups_that_are_torn_apart_are_put_together():
    rows = [row("a", group="x"), row("b", group="y"), row("c", group="x")]
    assert [(group, [one.title for one in members]) for group, members in by_group(rows)] == [
        ("x", ["a", "c"]),
        ("y", ["b"]),
    ]
