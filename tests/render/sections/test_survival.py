"""How long lines last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import Prose, Table
from analyzer.model.comparison import Spot
from analyzer.render.sections.survival import survival
from tests.render import build
from tests.render.sections.conftest import small


def tables(comparison):
    return [block for block in survival.blocks(comparison) if isinstance(block, Table)]


def test_it_is_as_it_was(check_gold):
    check_gold(survival)


@pytest.mark.parametrize(("repositories", "comments"), [(1, 3), (2, 3), (5, 2), (12, 2)])
def test_each_repository_has_a_column_or_a_group(repositories, comments):
    names = [f"r{number}" for number in range(repositories)]
    half_lives, ages, cohorts, stale = tables(build.comparison(names, months=2, commits=2))
    assert half_lives.head[1:] == cohorts.head[1:] == tuple(names)
    assert len(ages.head) == 1 + 2 * repositories
    assert stale.groups == tuple((name, comments) for name in names)
    for table in (half_lives, ages, cohorts):
        assert all(len(row) == len(bars) == len(table.head) for row, bars in zip(table.rows, table.bars, strict=True))


def test_it_says_the_half_lives_of_code_and_comments():
    prose = survival.blocks(build.comparison(["a", "b"], months=2, commits=2))[0]
    assert isinstance(prose, Prose)
    said = (
        "Half-life of a line of code: a 3.2 years and b 6.5 years; of a line of comment: a 5.5 years and b 11.0 years."
    )
    assert prose.text.startswith(said)


def test_without_lines_there_is_nothing():
    assert survival.blocks(replace(small(), places={})) == ()


def test_what_no_line_is_old_enough_for_is_a_dash():
    places = {
        "lines-by-cohort": (Spot("flask", "2020", 5, {"written": 10}),),
        "line-survival-by-age": (Spot("flask", "10", 40.0, {"code": 40.0}),),
    }
    _, ages, cohorts = tables(replace(small(), places=places))
    assert ages.rows == (("10", "40.0 %", "–", "–", "–"),)
    assert cohorts.rows == (("2020", "5\n50.0 % of those written", "–"),)


def test_many_years_are_summed_up_in_spans():
    spots = tuple(Spot("flask", str(year), 10, {"written": 40}) for year in range(2008, 2020))
    (*_, cohorts) = tables(replace(small(), places={"lines-by-cohort": spots}))
    assert [row[:2] for row in cohorts.rows] == [
        ("2005 to 2009", "20\n25.0 % of those written"),
        ("2010 to 2014", "50\n25.0 % of those written"),
        ("since 2015", "50\n25.0 % of those written"),
    ]
