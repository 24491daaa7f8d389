"""Boxes for folders."""

from __future__ import annotations

import pytest

from analyzer.render import drawing
from analyzer.render.folder_map import DARKEST, folder_map
from tests.render.test_charts import valid

FOLDERS = [
    {"folder": "src/app/", "lines": 600, "ratio": 40.0, "shown": "40.0 %"},
    {"folder": "src/*", "lines": 300, "ratio": 0.0, "shown": "0.0 %"},
    {"folder": "tests/", "lines": 99, "ratio": 80.0, "shown": "80.0 %"},
    {"folder": "x/", "lines": 1, "ratio": 5.0, "shown": "5.0 %"},
]


def boxes(folders=FOLDERS):
    return folder_map("flask", 0, folders)["datasets"]["points"]


def area(box):
    return (box["right"] - box["left"]) * (box["bottom"] - box["top"])


def test_it_is_vega_lite():
    assert valid(folder_map("flask", 0, FOLDERS))


def test_a_box_is_as_large_as_its_lines():
    assert [area(box) for box in boxes()] == pytest.approx([0.6, 0.3, 0.099, 0.001], abs=0.002)


def test_boxes_fill_the_whole_and_none_covers_another():
    found = boxes()
    assert sum(map(area, found)) == pytest.approx(1, abs=0.005)
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            assert wide <= 0.001 or high <= 0.001


def test_folders_have_short_names_that_say_what_is_directly_within():
    deep = [{"folder": name, "lines": 5, "ratio": 1.0, "shown": ""} for name in ("a/contrib/admin/", "a/db/*", "docs/")]
    assert [box["label"] for box in boxes(deep)] == ["admin/", "db/*", "docs/"]
    assert [box["folder"] for box in boxes(deep)] == ["a/contrib/admin/", "a/db/*", "docs/"]


def test_the_same_shade_stands_for_the_same_share_in_every_map_and_the_colour_is_the_repositorys():
    first, second = folder_map("flask", 0, FOLDERS), folder_map("django", 1, FOLDERS[1:])
    scales = [spec["layer"][0]["encoding"]["fillOpacity"]["scale"] for spec in (first, second)]
    assert scales[0] == scales[1]
    assert scales[0]["domain"] == [0, DARKEST]
    assert scales[0]["clamp"] is True
    assert [spec["layer"][0]["mark"]["fill"] for spec in (first, second)] == ["var(--r1)", "var(--r2)"]


def test_only_boxes_with_room_have_their_names_in_the_picture(scratch):
    svg = drawing.picture("f", folder_map("flask", 0, FOLDERS), scratch)
    assert all(f">{text}<" in svg for text in ("app/", "40.0 %", "src/*", "0.0 %"))
    assert ">x/<" not in svg
    assert ">5.0 %<" not in svg


def test_what_a_box_says_of_itself_is_named_for_the_script():
    meta = folder_map("flask", 0, FOLDERS)["usermeta"]
    assert meta["tips"] == [["folder", ""], ["shown", "comments"], ["lines", "lines of code and comment"]]
    assert meta["half"] is True
