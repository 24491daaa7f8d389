"""The dot plot of definitions."""

from __future__ import annotations

import re

import pytest

from analyzer.render import drawing
from analyzer.render.ladder_chart import ladder_chart
from tests.render.test_charts import valid

TITLES = ["Open Hub", "cloc", "Radon, C % L"]


def points(names, values=(25.0, 13.0, 5.0)):
    return [
        {
            "repository": name,
            "title": title,
            "value": value + place,
            "shown": f"{value} %",
            "docstrings": "are comments",
        }
        for place, name in enumerate(names)
        for title, value in zip(TITLES, values, strict=True)
    ]


@pytest.mark.parametrize("number", [1, 2, 4, 5, 12])
def test_it_is_vega_lite_for_any_number_of_repositories(number):
    names = [f"r{place}" for place in range(number)]
    assert valid(ladder_chart(names, TITLES, points(names)))


def test_a_grey_line_joins_the_ends_of_a_row_and_none_where_all_are_level():
    rows = [row if row["title"] != "cloc" else {**row, "value": 13.0} for row in points(["a", "b", "c"])]
    spec = ladder_chart(["a", "b", "c"], TITLES, rows)
    assert spec["datasets"]["spans"] == [
        {"title": "Open Hub", "least": 25.0, "most": 27.0},
        {"title": "Radon, C % L", "least": 5.0, "most": 7.0},
    ]


def test_dots_of_the_same_value_do_not_hide_each_other(scratch):
    same = [{**row, "value": 5.0} for row in points(["a", "b"])]
    svg = drawing.picture("l", ladder_chart(["a", "b"], TITLES, same), scratch)
    dots = re.findall(r'<path transform="translate\(([\d.]+),([\d.]+)\)"[^>]*fill="var\(--r([12])\)"', svg)
    assert len(dots) == 6
    by_colour = {one: [float(y) for _, y, colour in dots if colour == one] for one in "12"}
    assert len({x for x, _, _ in dots}) == 1
    apart = {round(low - high, 1) for high, low in zip(by_colour["1"], by_colour["2"], strict=True)}
    assert apart == {8.0}


@pytest.mark.parametrize("number", [2, 3, 4])
def test_dots_stay_within_their_row(number):
    names = [f"r{place}" for place in range(number)]
    spec = ladder_chart(names, TITLES, points(names))
    low, high = spec["layer"][1]["encoding"]["yOffset"]["scale"]["range"]
    row = spec["height"] / len(TITLES)
    assert 0 < low < row / 2 < high < row


def test_titles_stand_from_the_top_down_and_values_start_at_zero():
    encoding = ladder_chart(["a"], TITLES, points(["a"]))["layer"][1]["encoding"]
    assert encoding["y"]["scale"]["domain"] == TITLES
    assert encoding["x"]["scale"]["zero"] is True


def test_many_have_plots_of_their_own_with_a_line_from_the_least_to_the_most_of_all(scratch):
    names = [f"r{place}" for place in range(12)]
    spec = ladder_chart(names, TITLES, points(names))
    assert spec["usermeta"]["panels"]
    rows = spec["datasets"]["points"]
    assert len(rows) == 36
    assert {(row["title"], row["least"], row["most"]) for row in rows} == {
        ("Open Hub", 25.0, 36.0),
        ("cloc", 13.0, 24.0),
        ("Radon, C % L", 5.0, 16.0),
    }
    svg = drawing.picture("l", spec, scratch)
    assert all(f">{name}<" in svg for name in names)


def test_a_title_without_any_value_has_no_line():
    rows = [row for row in points(["a", "b"]) if row["title"] != "cloc"]
    spec = ladder_chart(["a", "b"], TITLES, rows)
    assert [span["title"] for span in spec["datasets"]["spans"]] == ["Open Hub", "Radon, C % L"]
