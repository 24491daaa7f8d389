"""How risky recent changes are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Prose
from analyzer.model.comparison import Cell, Row, Spot
from analyzer.render.sections.recent_changes import recent_changes
from tests.render import build
from tests.render.sections.conftest import small


def tables(comparison):
    return [block for block in recent_changes.blocks(comparison) if not isinstance(block, Prose)]


def only(slug, *spots):
    return replace(small(), places={slug: spots})


def test_it_is_as_it_was(check_gold):
    check_gold(recent_changes)


@pytest.mark.parametrize("repositories", [1, 2, 5, 12])
def test_each_repository_has_a_column_or_a_group(repositories):
    names = [f"r{number}" for number in range(repositories)]
    shares, *of_files = tables(build.comparison(names, months=2, commits=2))
    assert shares.head[1:] == tuple(names)
    assert sum(size for _, size in shares.groups) == len(shares.rows) == len(shares.bars)
    for table in of_files:
        assert [name for name, _ in table.groups] == names
        assert sum(size for _, size in table.groups) == len(table.rows)


def test_of_many_repositories_fewer_files_are_shown():
    for names, size in ((("a", "b"), 6), (tuple("abcdef"), 3)):
        churned = tables(build.comparison(names, months=2, commits=2))[1]
        assert churned.groups == tuple((name, size) for name in names)


def test_it_says_what_is_in_source_and_how_many_commits_were_looked_at():
    looked_at = tuple(Cell(60.0, {"commits": 9, "looked_at": 20 + place}) for place in (1, 2))
    row = Row("low-risk-change", "Recent changes", "Low-risk change", "percent", looked_at, "low_risk_change")
    prose = recent_changes.blocks(replace(small(), rows=(row,)))[0]
    assert "flask 80.5 % and django 80.5 %" in prose.text
    assert prose.text.endswith("flask 21 and django 22.")


def test_what_a_repository_has_not_is_a_dash():
    (table,) = tables(only("low-risk-by-scope", Spot("flask", "tests", 40.0, {"changed": 50, "commits": 1})))
    assert table.rows == (("Tests", "40.0 %\nof 50 lines in 1 commit", "–"),)
    assert table.bars == ((None, 0.4, None),)


def test_a_fall_of_complexity_has_a_minus_sign():
    (table,) = tables(only("complexity-movers", Spot("flask", "a.py", -4, {"commits": 2})))
    assert table.rows == (("`a.py`", "−4", "2"),)


def test_where_nothing_is_known_there_is_no_section():
    assert recent_changes.blocks(build.empty()) == ()
    assert recent_changes.blocks(replace(small(), places={})) == ()
