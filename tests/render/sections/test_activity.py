"""How much is committed."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.comparison import Series
from analyzer.render.sections.activity import activity
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(activity)


def test_the_month_that_is_not_over_counts_neither_in_the_sum_nor_as_the_busiest():
    months = tuple(build.month_starts(3))
    comparison = replace(small(), series={"commits": (Series("flask", months, (5, 1, 1000)),)})
    chart, *_ = activity.blocks(comparison)
    assert chart.caption.startswith(
        "Commits in the last twelve full months: flask 6. The busiest month was April 2026, with 5 commits to flask."
    )
    assert "hollow" in chart.caption
    assert [row["open"] for row in chart.spec["datasets"]["points"]] == [0, 0, 1]


def test_a_history_of_one_unfinished_month_is_said_to_be_so():
    months = tuple(build.month_starts(1))
    comparison = replace(small(), series={"commits": (Series("flask", months, (7,)),)})
    chart, *_ = activity.blocks(comparison)
    assert chart.caption.startswith("No month is over yet.")


def test_without_commits_there_is_no_section():
    assert activity.blocks(build.empty()) == ()


def test_of_many_repositories_the_least_and_the_most_are_told():
    names = [f"r{number}" for number in range(5)]
    chart, *_ = activity.blocks(build.comparison(names, months=14))
    assert chart.caption.startswith("Commits in the last twelve full months: from ")
    assert "(r0) to " in chart.caption
    assert chart.caption.endswith("Thin: each month; thick: the average of twelve months.")
    assert chart.spec["usermeta"]["kind"] == "multiples"
    assert "open" not in chart.spec["datasets"]


def test_the_last_change_of_level_is_told_and_all_are_marked():
    chart, *_ = activity.blocks(small())
    told = "Dotted rules mark where the level changed for a year or more; last: django in December 2025 from 40 to 52"
    assert told in chart.caption
    assert [row["repository"] for row in chart.spec["datasets"]["levels"]] == ["django"]


def test_of_many_repositories_no_change_of_level_is_marked():
    chart, *_ = activity.blocks(build.comparison([f"r{number}" for number in range(5)], months=14))
    assert "Dotted" not in chart.caption
    assert "levels" not in chart.spec["datasets"]
