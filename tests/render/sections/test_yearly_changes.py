"""Changes from year to year, in words, in a chart and as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.comparison import Spot
from analyzer.render.change_chart import HIGHEST
from analyzer.render.sections._yearly_changes import COMMITS, PEOPLE, yearly_changes
from tests.render import build
from tests.render.sections.conftest import small


def spot(name, age, value, low, high):
    return Spot(name, str(age), value, {"recent": 90, "before": 80, "low": low, "high": high})


def charts(*spots, counted=COMMITS, comparison=None):
    return [*yearly_changes(replace(comparison or small(), places={counted.places: spots}), counted)]


def test_commits_and_people_have_a_chart_each():
    (commits,), (people,) = ([*yearly_changes(small(), counted)] for counted in (COMMITS, PEOPLE))
    assert (commits.slug, people.slug) == ("yearly-changes", "yearly-people")
    assert people.title == "More or fewer people than the year before?"
    assert people.caption.startswith("People of the twelve months to 18 June of each year")
    assert "the people in twelve months" in people.data.caption
    assert commits.spec["datasets"]["points"] != people.spec["datasets"]["points"]


def test_what_has_no_interval_is_not_drawn_and_without_any_there_is_no_chart():
    known, unknown = spot("flask", 0, 5.0, -1.0, 9.0), Spot("flask", "1", 5.0, {"recent": 1, "before": 0})
    (chart,) = charts(known, unknown)
    assert [row["year"] for row in chart.spec["datasets"]["points"]] == ["2026"]
    assert charts(unknown) == []
    assert charts(replace(known, value=None)) == []


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-20.0, 30.0, "In the last of them the change of flask is within what chance explains."),
        (3.0, 30.0, "In the last of them chance does not explain the change of flask (+12.0 %)."),
        (-30.0, -3.0, "In the last of them chance does not explain the change of flask (+12.0 %)."),
    ],
)
def test_what_chance_does_not_explain_is_said(low, high, said):
    (chart,) = charts(spot("flask", 0, 12.0, low, high))
    assert chart.caption.endswith(said)


def test_earlier_years_alone_say_nothing_of_the_last():
    (chart,) = charts(spot("flask", 3, 12.0, 3.0, 30.0))
    assert "In the last of them" not in chart.caption


def test_of_many_clear_changes_the_numbers_are_told():
    names = [f"r{number}" for number in range(12)]
    spots = [
        spot(name, 0, 50.0 if place < 4 else -50.0, *((9, 90) if place < 4 else (-90, -9)))
        for place, name in enumerate(names[:7])
    ]
    spots += [spot(name, 0, 1.0, -9, 9) for name in names[7:]]
    (chart,) = charts(*spots, comparison=build.comparison(names, months=14))
    assert chart.caption.endswith("the change of seven of twelve: four with more, three with fewer.")


def test_of_many_repositories_every_year_is_drawn():
    names = [f"r{number}" for number in range(12)]
    spots = [spot(name, age, 5.0, -9.0, 9.0) for name in names for age in range(10)]
    (chart,) = charts(*spots, comparison=build.comparison(names, months=14))
    assert len(chart.spec["datasets"]["points"]) == 120
    assert "panels" in chart.spec["usermeta"]


def test_what_is_beyond_the_scale_is_cut_in_the_chart_and_whole_in_the_table():
    (chart,) = charts(spot("flask", 0, 512.0, 250.0, 4_000.0))
    (point,) = chart.spec["datasets"]["points"]
    assert (point["value"], point["high"]) == (HIGHEST, HIGHEST)
    assert point["shown"] == "+512.0 %"
    assert chart.data.rows == (("18 June 2026", "+512.0 %\n95 %: +250.0 % to +4,000.0 %", "–"),)


def test_a_point_says_its_months_and_its_counts():
    (chart,) = charts(spot("django", 2, 12.5, 3.0, 30.0))
    (point,) = chart.spec["datasets"]["points"]
    assert (point["year"], point["span"], point["counts"]) == ("2024", "12 months to 18 June 2024", "90 after 80")


def test_a_change_without_an_interval_is_told_in_the_table_and_by_name():
    dead = Spot("flask", "0", -100.0, {"recent": 0, "before": 143})
    (chart,) = charts(dead, spot("django", 0, 1.0, -9.0, 9.0))
    assert [point["repository"] for point in chart.spec["datasets"]["points"]] == ["django"]
    assert chart.data.rows == (("18 June 2026", "−100.0 %\nno interval", "+1.0 %\n95 %: −9.0 % to +9.0 %"),)
    assert chart.caption.endswith("within what chance explains. Of flask (−100.0 %) there is no interval.")
