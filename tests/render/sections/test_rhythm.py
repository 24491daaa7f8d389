"""Hours, sizes, comings and goings, releases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.blocks import HeatMap, Prose
from analyzer.model.comparison import Cell, Row
from analyzer.render.sections.rhythm import rhythm
from tests.render import build
from tests.render.sections.conftest import small


def block(comparison, caption):
    return next(item for item in rhythm.blocks(comparison) if not isinstance(item, Prose) and caption in item.caption)


def test_it_is_as_it_was(check_gold):
    check_gold(rhythm)


def test_a_week_has_seven_rows_of_24_hours_and_hours_without_a_commit_are_0():
    heat = block(small(), "django: commits by weekday")
    assert isinstance(heat, HeatMap)
    rows = dict(heat.rows)
    assert [len(numbers) for numbers in rows.values()] == [24] * 7
    assert (rows["Monday"][0], rows["Friday"][16]) == (6, 22)
    assert sum(map(sum, rows.values())) == 28


def test_the_darkest_hour_is_the_busiest_and_only_none_has_no_shade():
    heat = HeatMap("c", "r", ("", "0"), (("Monday", (0, 1, 50, 100)),))
    assert [heat.shade(number) for number in (0, 1, 50, 100)] == [0, 1, 4, 8]
    assert HeatMap("c", "r", (), (("Monday", (0,)),)).shade(0) == 0


def test_a_year_that_is_not_over_is_marked():
    table = block(small(), "by year")
    assert [row[0] for row in table.rows] == ["2026 …", "2025", "2024"] * 2
    assert table.rows[0][1:] == ("6", "6", "6", "6 + 2", "6")


def test_sizes_are_shares_of_the_commits():
    table = block(small(), "How many lines")
    assert table.rows[1] == ("1 to 10 lines", "40.0 %\n4 commits", "40.0 %\n4 commits")
    assert table.rows[-1][1] == "8.5 lines\nhalf lie between 2 and 33; median of files 1.5"


def test_the_gap_that_is_still_open_and_months_of_bursts_are_told():
    table = block(small(), "Gaps and bursts")
    assert table.rows[0][1].startswith("48.5 days: 1 May 2026 to 18 June 2026, the end\n32.0 days:")
    assert [row[2] for row in table.rows] == ["May 2019: 90 commits, usual 12.5", "none"]


@pytest.mark.parametrize(("value", "told"), [(41.5, "to Friday: flask 41.5 %."), (None, "Hours are those")])
def test_shares_are_said_where_they_are_known(value, told):
    row = Row("working-hours", "Rhythm", "Working hours", "percent", (Cell(value), Cell(None)), "hours")
    prose = rhythm.blocks(replace(small(), rows=(row,)))[0]
    assert told in prose.text
    assert ("Share" in prose.text) == (value is not None)


@pytest.mark.parametrize("number", [5, 12])
def test_many_repositories_have_small_maps_of_three_hours_a_cell_and_two_years_each(number):
    names = [f"r{place}" for place in range(number)]
    plain = build.comparison(names, months=14)
    blocks = rhythm.blocks(plain)
    heats = [item for item in blocks if isinstance(item, HeatMap)]
    assert [heat.repository for heat in heats] == names
    assert all(heat.half for heat in heats)
    assert heats[0].head == ("Hours", "0–3", "3–6", "6–9", "9–12", "12–15", "15–18", "18–21", "21–24")
    commits = sum(spot.parts["commits"] for spot in plain.places["commits-by-hour"] if spot.repository == "r3")
    assert sum(sum(numbers) for _, numbers in heats[3].rows) == commits > 0
    years = block(plain, "by year")
    assert [row[0] for row in years.rows] == ["2026 …", "2025"] * number


def test_without_anything_to_say_there_is_no_section():
    assert rhythm.blocks(build.empty()) == ()
