"""A map of folders for each repository."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model.comparison import Spot
from analyzer.render.sections._folder_maps import folder_maps
from tests.render.sections.conftest import small


def folder(path, code, comment, name="flask", value=20.0):
    return Spot(name, path, value, {"code": code, "comment": comment})


def maps(*spots):
    return [*folder_maps(replace(small(), places={"folders": spots}))]


def test_every_repository_with_folders_has_a_map_in_its_own_colour():
    first, second = folder_maps(small())
    assert (first.slug, second.slug) == ("folders-1", "folders-2")
    assert second.title == "django: folders by size and comments"
    assert [chart.spec["layer"][0]["mark"]["fill"] for chart in (first, second)] == ["var(--r1)", "var(--r2)"]
    (alone,) = maps(folder("a/", 9, 1, "django"))
    assert alone.slug == "folders-2"


def test_the_largest_is_told_with_its_lines_and_comments():
    (chart,) = maps(folder("src/", 900, 100, value=10.0), folder("docs/", 9, 1))
    assert chart.caption.endswith("The largest is src/ with 1,000 lines, 10.0 % of them comments.")
    assert chart.data.rows == (("`src/`", "1,000", "10.0 %"), ("`docs/`", "10", "20.0 %"))


@pytest.mark.parametrize(("lines", "shown"), [(2, ["src/"]), (30, ["src/", "x/"])])
def test_boxes_that_nobody_sees_are_left_out(lines, shown):
    (chart,) = maps(folder("src/", 900, 100), folder("x/", lines, 0))
    assert [row["folder"] for row in chart.spec["datasets"]["points"]] == shown


def test_without_a_ratio_there_is_no_box_and_without_boxes_no_map():
    assert maps(folder("src/", 900, 100, value=None)) == []
