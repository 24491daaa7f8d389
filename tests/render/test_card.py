"""The picture for links."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.model.format import Means
from analyzer.render.clean import cleaned
from analyzer.render.formats.card import card, svg
from tests import gold
from tests.render import build

SVG = "{http://www.w3.org/2000/svg}"


def texts(comparison) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(svg(cleaned(comparison))).iter(f"{SVG}text")]


def test_it_is_a_png_of_1200_by_630_pixels():
    made = card.make(build.comparison(months=30, commits=5), Means(Path()))
    assert isinstance(made, bytes)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", made[16:24]) == (1200, 630)


@pytest.mark.parametrize("which", ["two", "hostile"])
def test_the_drawing_is_as_it_was(which, request):
    made = build.comparison(months=30, commits=5) if which == "two" else cleaned(build.hostile())
    gold.compare(svg(made), f"formats/{which}.card.svg", update=request.config.getoption("--update-gold"))


def test_names_and_figures_are_on_it():
    shown = texts(build.comparison(months=30, commits=5))
    assert {"flask", "django", "10,900", "21,800", "24.2 %", "comments, by openhub"} <= set(shown)


@pytest.mark.parametrize(("names", "said"), [(4, ""), (5, "and one more"), (12, "and eight more")])
def test_four_repositories_find_a_place_and_the_others_are_counted(names, said):
    shown = texts(build.comparison([f"r{n}" for n in range(names)], months=14, commits=5))
    assert {"r0", "r3"} <= set(shown)
    assert ("r4" in shown) is False
    assert said in [*shown, ""]


def test_no_bar_is_drawn_outside_of_its_panel():
    root = ElementTree.fromstring(svg(build.comparison([f"r{n}" for n in range(4)], months=150, commits=5)))
    for bar in list(root.iter(f"{SVG}rect"))[1:]:
        assert 64 <= float(bar.attrib["x"]) <= float(bar.attrib["x"]) + float(bar.attrib["width"]) <= 1136
        assert float(bar.attrib["y"]) >= 196


def test_a_long_name_is_cut_to_its_panel():
    shown = texts(build.comparison(["x" * 80, "漢" * 40], months=14, commits=5, title="t" * 500))
    assert sum(text.endswith("…") for text in shown) == 3


def test_nothing_compared_has_a_picture():
    assert texts(build.empty()) == ["Diptych · git repositories side by side · 18 June 2026", "Nothing yet"]


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_name_stays_text(name):
    root = ElementTree.fromstring(svg(cleaned(build.comparison([name], months=2, commits=2, title=name))))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "rect", "text"}
    assert not re.search(
        r"href|<image|<style", re.sub(r">[^<]*<", "><", svg(build.comparison([name], months=2, commits=2)))
    )
