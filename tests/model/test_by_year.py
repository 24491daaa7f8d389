"""Series as a number for each year."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from analyzer.model import wording
from analyzer.model.by_year import YEARS, courses
from analyzer.model.comparison import Series
from tests.render import build


def at(year: int, month: int = 1) -> int:
    return int(datetime(year, month, 1, tzinfo=UTC).timestamp())


def course(kind: str, unit: str, *lines: Series):
    found = [one for one in courses(replace(build.empty(), series={kind: lines})) if one.unit == unit]
    return found[0] if found else None


def test_commits_of_months_add_up_and_years_before_the_first_are_unknown():
    times = (at(2024, 11), at(2024, 12), at(2025), at(2026))
    found = course("commits", "commits", Series("a", times, (1, 2, 4, 8)))
    assert found.first_year == 2024
    assert found.rows == (("a", (3, 4, 8)),)


def test_no_more_than_twelve_years_are_told_and_all_begin_with_the_oldest():
    old, young = Series("a", (at(2001), at(2026)), (1, 2)), Series("b", (at(2025), at(2026)), (3, 4))
    found = course("commits", "commits", old, young)
    assert (found.first_year, len(found.rows[0][1])) == (2026 - YEARS + 1, YEARS)
    assert found.rows[1][1] == (*[None] * (YEARS - 2), 3, 4)


def test_contributors_are_the_mean_of_the_months():
    found = course("contributors", "mean", Series("a", (at(2026, 1), at(2026, 2)), (1, 4)))
    assert found.rows[0][1][-1] == 2.5


def test_a_ratio_is_that_of_the_last_commit_and_stays_through_a_year_without_one():
    found = course("comment_ratio", "percent", Series("a", (at(2023), at(2023, 5), at(2025)), (10, 20, 30)))
    assert found.rows[0][1][-4:] == (20, 20, 30, 30)


def test_a_ratio_from_before_the_years_that_are_told_is_carried_into_them():
    found = course("comment_ratio", "percent", Series("a", (at(2001), at(2026)), (10, 20)))
    assert found.rows[0][1] == (*[10] * (YEARS - 1), 20)


def test_lines_are_the_sum_of_all_languages_at_the_end():
    python = Series("a", (at(2026, 1), at(2026, 2)), (5, 6), group="Python")
    html = Series("a", (at(2026, 2),), (10,), group="HTML")
    assert course("languages", "lines", python, html).rows == (("a", (16,)),)


def test_what_nobody_knows_is_left_out():
    assert courses(build.empty()) == ()
    assert course("commits", "commits", Series("a", (), ())) is None
    assert course("commits", "commits", Series("a", (at(1999),), (7,))) is None


def test_a_month_that_is_not_over_is_no_part_of_a_mean_of_months():
    months = (at(2026, 4), at(2026, 5), at(2026, 6))
    assert wording.moment(build.END).month == 6
    found = course("contributors", "mean", Series("a", months, (3, 5, 1)))
    assert found.rows[0][1][-1] == 4
