"""What charts of single marks share."""

from __future__ import annotations

import altair as alt
import pytest

from analyzer.render import marks, theme

NAMES = [f"r{number}" for number in range(12)]


def test_each_repository_has_one_colour_for_dots_and_one_for_words():
    colour, ink = (scale.to_dict() for scale in (marks.colour(NAMES[:3]), marks.ink(NAMES[:3])))
    assert colour == {"domain": NAMES[:3], "range": ["var(--r1)", "var(--r2)", "var(--r3)"]}
    assert ink["range"] == ["var(--t1)", "var(--t2)", "var(--t3)"]


def test_twelve_repositories_are_told_apart_by_colour_and_shape_together():
    looks = list(zip(marks.colour(NAMES).to_dict()["range"], marks.shape(NAMES).to_dict()["range"], strict=True))
    assert len(set(looks)) == len(NAMES)
    assert len({shape for _, shape in looks[:8]}) == 8


def test_a_frame_has_room_of_its_own_and_no_configuration():
    layer = alt.Chart(alt.NamedData(name="points"), mark="point").encode(x="a:Q")
    spec = marks.framed([layer], width=300, height=200, padding={"left": 7})
    assert (spec["width"], spec["height"], spec["padding"], spec["autosize"]) == (
        300,
        200,
        {"left": 7},
        {"type": "none"},
    )
    assert "params" not in spec
    assert "config" not in spec


@pytest.mark.parametrize("names", [NAMES[:1], NAMES])
def test_the_script_is_told_what_to_read_and_how_much_room_there_is(names):
    told = marks.meta(names, [("file", ""), ("commits", "commits")], padding={"left": 9}, narrow={"left": 2})
    assert told == {
        "kind": "marks",
        "order": names,
        "tips": [["file", ""], ["commits", "commits"]],
        "padding": {"left": 9},
        "narrow": {"left": 2},
    }


def test_colours_come_again_after_as_many_as_there_are():
    assert marks.colour(NAMES).to_dict()["range"][theme.COLOURS] == "var(--r1)"
