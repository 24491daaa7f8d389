"""What stands behind the figures of a sentence."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.comparison import Row
from analyzer.render.footnotes import footnotes
from tests.render import build


def of(row: Row) -> str:
    return footnotes(replace(build.empty(), rows=(row,)))[row.slug]


def row(**changed: str) -> Row:
    return replace(Row("lines", "All", "Size", "lines", (), "lines", summary="All that is code."), **changed)


def test_unit_window_and_definition_are_told_before_what_it_is():
    told = of(row(definition="cloc"))
    assert told == "Size, in lines, definition of comment: `cloc`. All that is code."


def test_what_the_title_says_is_not_said_again():
    assert of(row(title="Lines (past 12 months)", window="past 12 months")) == (
        "Lines (past 12 months). All that is code."
    )


def test_a_row_without_a_summary_has_none():
    assert footnotes(replace(build.empty(), rows=(row(summary=""),))) == {}
