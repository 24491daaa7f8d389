"""Repositories at the same age."""

from __future__ import annotations

import numpy as np
import pytest

from analyzer.compare.at_age import GROWN, YEAR, at_age
from analyzer.compare.steps import Steps
from analyzer.model.comparison import AtAge, Column
from analyzer.model.metric import Metric
from analyzer.registry import discover
from tests.build import at

METRICS = discover("analyzer.measure.metrics", Metric)
FIRST = {"old": at("2000-01-01"), "young": at("2010-01-01")}
END = FIRST["young"] + int(2.5 * YEAR)


def column(name: str, *, floor: bool = False) -> Column:
    return Column(name, name, "main", "0" * 40, END, FIRST.get(name, END), floor)


def yearly(name: str, *values: float) -> Steps:
    """Return a figure that has these values from each birthday on, the first from birth on."""
    times = np.array([FIRST[name] + int(year * YEAR) for year in range(len(values))], dtype=np.int64)
    return Steps(times, np.array(values, dtype=np.float64), tuple("" for _ in values))


def compared(*columns: Column, **series: Steps) -> tuple[AtAge, ...]:
    known = {
        ("old" if name.startswith("old") else "young", name.partition("_")[2]): one for name, one in series.items()
    }
    known = {(name, slug.replace("_", "-")): one for (name, slug), one in known.items()}
    return at_age(columns, [END] * len(columns), known, "openhub", METRICS)


def values(aged: AtAge, slug: str) -> list[float | None]:
    return [cell.value for row in aged.rows if row.slug == f"{slug}-at-age" for cell in row.cells]


def test_each_is_seen_when_it_was_as_old_as_the_youngest_is():
    aged, *_ = compared(
        column("old"), column("young"), old_lines=yearly("old", 10, 20, 30, 40), young_lines=yearly("young", 1, 2, 3)
    )
    assert aged.years == pytest.approx(2.5)
    assert aged.times == (FIRST["old"] + int(2.5 * YEAR), END)
    assert values(aged, "lines") == [30, 3]


def test_at_whole_years_what_is_not_so_old_is_left_open():
    lines = yearly("old", *range(13))
    shown = compared(column("old"), column("young"), old_lines=lines, young_lines=yearly("young", 5, 6, 7))
    assert [round(aged.years, 1) for aged in shown] == [2.5, 1, 2, 5, 10]
    assert [values(aged, "lines") for aged in shown[1:]] == [[1, 6], [2, 7], [5, None], [10, None]]
    assert [aged.times[1] is None for aged in shown] == [False, False, False, True, True]


def test_commits_are_divided_by_people_and_lines_of_the_same_time():
    aged, *_ = compared(
        column("old"),
        column("young"),
        old_commits_12m=yearly("old", 0, 0, 30),
        old_contributors_12m=yearly("old", 0, 0, 4),
        old_lines=yearly("old", 2000),
        young_commits_12m=yearly("young", 3),
        young_contributors_12m=yearly("young", 0),
        young_lines=yearly("young", 0),
    )
    assert values(aged, "commits-per-person-12m") == [7.5, None]
    assert values(aged, "commits-per-kloc-12m") == [15, None]


def test_what_was_not_measured_or_cannot_be_told_is_left_open():
    aged, *_ = compared(column("old"), column("young"), old_comment_ratio=yearly("old", float("nan")))
    assert {cell.value for row in aged.rows for cell in row.cells} == {None}


def test_of_an_incomplete_history_no_age_is_known():
    columns = (column("old"), column("shallow", floor=True), column("young"))
    aged, *_ = compared(*columns, old_lines=yearly("old", 1), young_lines=yearly("young", 2))
    assert values(aged, "lines") == [1, None, 2]
    assert compared(column("old"), column("young", floor=True)) == ()


def test_one_repository_has_nothing_to_be_compared_with():
    assert compared(column("old"), old_lines=yearly("old", 1)) == ()


def test_twelve_fit_and_rows_say_what_they_are():
    aged, *_ = compared(*(column("old") for _ in range(11)), column("young"))
    assert {len(row.cells) for row in aged.rows} == {12}
    rows = {row.slug: row for row in aged.rows}
    assert (rows["lines-at-age"].unit, rows["lines-at-age"].definition) == ("lines", "openhub")
    assert (rows["commits-12m-at-age"].window, rows["commits-12m-at-age"].definition) == ("12 months", "")


def test_figures_over_time_are_such_as_can_be_told_at_any():
    for one in GROWN:
        assert set(METRICS[one.metric].by) & {"commit", "moment"}
        assert one.window == "all" or METRICS[one.metric].windowed
