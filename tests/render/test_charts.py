"""Vega-Lite specs: valid, and with the rows that they need."""

from __future__ import annotations

import altair
import pytest

from analyzer.render import theme
from analyzer.render.area_chart import area_chart
from analyzer.render.line_chart import line_chart


def points(*names: str):
    return [
        {"repository": name, "time": month * 1000, "value": month, "mean": month / 2, "open": int(month == 9)}
        for name in names
        for month in range(10)
    ]


def valid(spec) -> bool:
    altair.Chart.from_dict({**spec, "config": theme.config()})
    return True


@pytest.mark.parametrize("names", [("a",), ("a", "b"), tuple("abcdefghijkl")])
@pytest.mark.parametrize("averaged", [False, True])
def test_specs_are_vega_lite(names, averaged):
    assert valid(line_chart(names, points(*names), unit="commits", averaged=averaged))


def test_the_same_call_gives_the_same_spec():
    first, second = (line_chart(("a", "b"), points("a", "b"), unit="commits", averaged=True) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("names", "named"), [("a", False), ("ab", True), ("abcd", True), ("abcde", False)])
def test_lines_are_named_at_their_ends_from_two_to_four(names, named):
    spec = line_chart(tuple(names), points(*names), unit="lines")
    assert ("ends" in spec["datasets"]) is named


def test_names_at_the_ends_pass_over_the_unfinished_month():
    spec = line_chart(("a", "b"), points("a", "b"), unit="commits", averaged=True)
    assert spec["datasets"]["ends"][0]["place"] == 4.0
    assert [row["value"] for row in spec["datasets"]["open"]] == [9, 9]


def test_a_repository_without_points_keeps_its_colour_and_gets_no_label():
    spec = line_chart(("a", "b"), points("b"), unit="commits")
    assert [row["repository"] for row in spec["datasets"]["ends"]] == ["b"]
    assert spec["layer"][0]["encoding"]["stroke"]["scale"]["domain"] == ["a", "b"]


def test_values_start_at_zero():
    spec = line_chart(("a",), points("a"), unit="percent")
    assert spec["layer"][0]["encoding"]["y"]["scale"]["zero"] is True


def test_after_six_repositories_dashes_tell_the_colours_apart():
    looks = [(theme.colour(index), tuple(theme.dash(index))) for index in range(18)]
    assert len(set(looks)) == 18


def test_a_stack_is_vega_lite_and_names_the_middle_of_each_part():
    rows = [{"part": part, "time": time, "value": 50} for part in ("C", "Go") for time in (0, 1000)]
    spec = area_chart(("C", "Go"), rows, place=1, unit="lines")
    assert valid(spec)
    assert [(row["part"], row["place"]) for row in spec["datasets"]["ends"]] == [("C", 25.0), ("Go", 75.0)]
    assert [row["rank"] for row in spec["datasets"]["points"]] == [0, 0, 1, 1]
