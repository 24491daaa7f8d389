"""A cloud of files by commits and complexity."""

from __future__ import annotations

import pytest

from analyzer.render import drawing
from analyzer.render.heat_chart import heat_chart
from tests.render.test_charts import valid


def points(names):
    return [
        {
            "repository": name,
            "file": f"{rank}.py",
            "commits": 2 * rank,
            "complexity": 9 * rank,
            "authors": 1,
            "share": "",
        }
        for name in names
        for rank in range(1, 4)
    ]


def chart(names, named=()):
    return heat_chart(names, points(names), named)


@pytest.mark.parametrize("number", [1, 4, 5, 12])
def test_it_is_vega_lite_for_any_number_of_repositories(number):
    assert valid(chart([f"r{place}" for place in range(number)]))


def test_both_scales_are_logarithms_and_both_axes_say_what_they_are():
    encoding = chart(["a"])["layer"][0]["encoding"]
    assert [encoding[axis]["scale"]["type"] for axis in "xy"] == ["log", "log"]
    assert [encoding[axis]["axis"]["title"] for axis in "xy"] == ["Commits in 12 months", "Complexity"]


def test_names_stand_on_a_rim_of_paper_and_only_where_asked_for(scratch):
    named = [{"repository": "b", "commits": 6, "complexity": 27, "name": "src/three.py"}]
    spec = chart(["a", "b"], named)
    assert spec["datasets"]["named"] == named
    rim, label = spec["layer"][1:]
    assert rim["mark"]["stroke"] == "var(--paper)"
    assert "stroke" not in label["mark"]
    svg = drawing.picture("h", spec, scratch)
    assert svg.count(">src/three.py<") == 2
    assert "src/" not in drawing.picture("h", chart(["a", "b"]), scratch)


def test_every_file_is_a_mark_in_its_repositorys_colour(scratch):
    svg = drawing.picture("h", chart(["a", "b"]), scratch)
    assert [svg.count(f'fill="var(--r{place})"') for place in (1, 2, 3)] == [3, 3, 0]


def test_more_than_four_have_plots_of_their_own_on_one_scale_without_names(scratch):
    names = [f"r{place}" for place in range(12)]
    spec = chart(names, [{"repository": "r0", "commits": 6, "complexity": 27, "name": "src/three.py"}])
    assert spec["usermeta"]["panels"]["columns"] == 3
    assert spec["resolve"]["scale"] == {"x": "shared", "y": "shared"}
    assert "named" not in spec["datasets"]
    svg = drawing.picture("h", spec, scratch)
    assert all(f">{name}<" in svg for name in names)
    assert "src/three.py" not in svg
