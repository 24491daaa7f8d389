"""The repositories when they were equally old."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Prose, Table
from analyzer.render.sections.same_age import same_age
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(same_age)


def test_the_prose_says_when_each_was_so_old():
    (prose, *_) = same_age.blocks(small())
    assert isinstance(prose, Prose)
    assert "is 16.2 years old, an age reached by flask on 18 June 2026 and django on 18 June 2025." in prose.text


def test_what_is_not_so_old_is_a_dash():
    (_, _, by_age) = same_age.blocks(small())
    assert isinstance(by_age, Table)
    assert by_age.rows == (("20", "–", "10,000"),)


def test_without_whole_years_there_is_no_second_table():
    comparison = small()
    assert len(same_age.blocks(replace(comparison, at_age=comparison.at_age[:1]))) == 2


@pytest.mark.parametrize("repositories", [2, 5, 12])
def test_each_repository_has_a_column(repositories):
    names = tuple(f"r{number}" for number in range(repositories))
    prose, *tables = same_age.blocks(build.comparison(names, months=2, commits=2))
    assert ("an age reached by" in prose.text) == (repositories < 5)
    assert {table.head[1:] for table in tables} == {names}


def test_one_repository_is_not_compared():
    assert same_age.blocks(build.comparison(("a",), months=2, commits=2)) == ()
    assert same_age.blocks(build.empty()) == ()
