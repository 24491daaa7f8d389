"""Small plots of many repositories."""

from __future__ import annotations

from analyzer.render import drawing
from analyzer.render.line_chart import line_chart

NAMES = [f"r{number}" for number in range(5)]


def points(names):
    return [{"repository": name, "time": time * 1000, "value": 2.0 * time} for name in names for time in range(4)]


def test_more_than_four_lines_have_a_plot_each():
    assert line_chart(NAMES, points(NAMES), unit="lines")["usermeta"]["kind"] == "multiples"
    assert line_chart(NAMES, points(NAMES[:4]), unit="lines")["usermeta"]["kind"] == "lines"


def test_percentages_share_a_scale_and_counts_do_not():
    shared = line_chart(NAMES, points(NAMES), unit="percent")
    own = line_chart(NAMES, points(NAMES), unit="lines")
    assert [spec["resolve"]["scale"]["y"] for spec in (shared, own)] == ["shared", "independent"]
    assert [spec["usermeta"]["own"] for spec in (shared, own)] == [False, True]


def test_every_repository_is_named_in_the_picture(scratch):
    svg = drawing.picture("many", line_chart(NAMES, points(NAMES), unit="percent"), scratch)
    assert all(f">{name}<" in svg for name in NAMES)
