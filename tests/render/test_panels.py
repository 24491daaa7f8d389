"""Small plots side by side."""

from __future__ import annotations

import altair as alt
import pytest

from analyzer.render.panels import crowded, faceted, panels
from tests.render.test_charts import valid


def points(names):
    return [{"repository": name, "a": 1.0, "b": 2.0} for name in names]


def layer():
    return alt.Chart(mark="point").encode(x="a:Q", y="b:Q")


@pytest.mark.parametrize(("names", "many"), [("", False), ("abcd", False), ("abcde", True)])
def test_more_than_four_repositories_with_points_are_a_crowd(names, many):
    assert crowded(points(names) * 2) is many


def test_each_repository_with_points_has_a_plot_in_the_order_of_the_comparison():
    spec = faceted([layer()], list("zyx"), points("xz"), height=90).to_dict()
    assert spec["facet"]["sort"] == ["z", "x"]
    assert spec["spec"]["height"] == 90


def test_the_script_is_told_how_many_stand_in_a_row_and_what_room_their_axes_take():
    spec = panels([layer()], list("abcde"), points("abcde"), height=90, tips=[("a", "")], room=50)
    assert valid(spec)
    assert spec["usermeta"]["panels"]["columns"] == 3
    assert spec["usermeta"]["panels"]["room"] == 50 + spec["padding"]["left"]
    assert spec["datasets"] == {"points": points("abcde")}
