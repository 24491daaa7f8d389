"""Where the comments are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Table
from analyzer.model.comparison import Spot
from analyzer.render.sections.where_comments import where_comments
from tests.render import build
from tests.render.sections.conftest import small


def tables(comparison):
    return [block for block in where_comments.blocks(comparison) if isinstance(block, Table)]


def only(slug, *spots):
    return replace(small(), places={slug: spots})


def test_it_is_as_it_was(check_gold):
    check_gold(where_comments)


@pytest.mark.parametrize("repositories", [1, 2, 5, 12])
def test_each_repository_has_a_column_or_a_group(repositories):
    names = [f"r{number}" for number in range(repositories)]
    shown = tables(build.comparison(names, months=2, commits=2))
    assert len(shown) == 6
    for table in shown[:3]:
        assert table.head[1:] == tuple(names)
    for table in shown[3:]:
        assert [name for name, _ in table.groups] == names
        assert sum(size for _, size in table.groups) == len(table.rows)


def test_of_many_repositories_fewer_files_are_shown():
    def spots(names):
        return tuple(Spot(name, f"{place}.py", 90 - place) for name in names for place in range(5))

    for names, size in ((("a", "b"), 5), (tuple("abcdefghijkl"), 3)):
        comparison = replace(build.comparison(names, months=2, commits=2), places={"uncommented": spots(names)})
        (table,) = tables(comparison)
        assert table.groups == tuple((name, size) for name in names)


def test_what_a_repository_has_not_is_a_dash_and_what_none_has_is_left_out():
    (table,) = tables(only("comments-by-scope", Spot("flask", "tests", 4.0, {"code": 96, "comment": 4})))
    assert table.rows == (("Tests", "4.0 %\n100 lines", "–"),)
    assert table.bars == ((None, 0.04, None),)


def test_a_ratio_that_cannot_be_told_is_no_row():
    assert where_comments.blocks(only("comments-by-scope", Spot("flask", "tests", None, {"code": 0}))) == ()


def test_source_files_stand_beside_all():
    comparison = replace(
        small(),
        places={
            "uncommented": (Spot("flask", "t.py", 9), Spot("flask", "s.py", 1)),
            "uncommented-source": (Spot("flask", "s.py", 1),),
        },
    )
    (table,) = tables(comparison)
    assert table.rows == (
        ("`s.py`\n1 line of code", "`t.py`\n9 lines of code"),
        ("–", "`s.py`\n1 line of code"),
    )


def test_where_nothing_is_known_there_is_no_section():
    assert where_comments.blocks(build.empty()) == ()
    assert where_comments.blocks(replace(small(), places={})) == ()
