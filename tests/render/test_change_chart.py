"""Changes from year to year."""

from __future__ import annotations

import pytest

from analyzer.render import drawing
from analyzer.render.change_chart import HIGHEST, change_chart
from tests.render.test_charts import valid

YEARS = ["2024", "2025", "2026"]


def points(names, high=40.0):
    words = {"span": "12 months", "shown": "+5.0 %", "counts": "21 after 20", "interval": "95 %"}
    return [
        {"repository": name, "year": year, "value": 5.0, "low": -20.0, "high": high, **words}
        for name in names
        for year in YEARS
    ]


def chart(names, **rest):
    return change_chart(names, YEARS, points(names, **rest), noun="people")


def encodings(spec):
    layers = spec["spec"]["layer"] if "spec" in spec else spec["layer"]
    return [layer["encoding"] for layer in layers]


@pytest.mark.parametrize("number", [1, 2, 4, 5, 12])
def test_it_is_vega_lite_for_any_number_of_repositories(number):
    assert valid(chart([f"r{place}" for place in range(number)]))


def test_a_few_stand_beside_each_other_and_more_have_plots_of_their_own():
    few, many = chart(list("abcd")), chart(list("abcde"))
    assert all("xOffset" in one for one in encodings(few))
    assert "panels" not in few["usermeta"]
    assert not any("xOffset" in one for one in encodings(many))
    assert many["facet"]["field"] == "repository"
    assert many["facet"]["sort"] == list("abcde")
    assert many["resolve"]["scale"] == {"x": "shared", "y": "shared"}


@pytest.mark.parametrize(("high", "top"), [(12.0, 50), (80.0, 80.0), (HIGHEST, HIGHEST), (9_000.0, HIGHEST)])
def test_the_scale_goes_from_nothing_left_to_the_highest_end_that_is_shown(high, top):
    scales = [one["y"]["scale"] for one in encodings(chart(["a"], high=high))]
    assert [scale["domain"] for scale in scales] == [[-100, top]] * 2
    assert all(scale["clamp"] for scale in scales)


def test_years_stand_from_left_to_right_and_no_change_is_a_darker_line():
    rules, dots = encodings(chart(["a", "b"]))
    assert rules["x"]["scale"]["domain"] == dots["x"]["scale"]["domain"] == YEARS
    assert dots["y"]["axis"]["gridColor"]["condition"] == {"test": "datum.value === 0", "value": "var(--soft)"}


def test_readings_say_what_was_counted():
    assert ["shown", "people"] in chart(["a"])["usermeta"]["tips"]
    assert ["shown", "people"] in chart(list("abcde"))["usermeta"]["tips"]


def test_every_change_and_its_interval_is_in_the_picture(scratch):
    svg = drawing.picture("c", chart(["a", "b"]), scratch)
    assert svg.count('stroke="var(--r1)"') == svg.count('stroke="var(--r2)"') == len(YEARS)
    assert svg.count('fill="var(--r1)"') == svg.count('fill="var(--r2)"') == len(YEARS)
    assert all(f">{label}<" in svg for label in ("−100 %", "+40 %", "0 %", *YEARS))


def test_twelve_are_all_named_and_their_years_have_two_digits(scratch):
    names = [f"repository-{place}" for place in range(12)]
    svg = drawing.picture("c", chart(names), scratch)
    assert all(f">{name}<" in svg for name in names)
    assert ">’26<" in svg
    assert ">2026<" not in svg
