"""Badges: well-formed whatever they say, readable, and of known width."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.export.badge import badge
from tests import gold

SVG = "{http://www.w3.org/2000/svg}"


def test_it_is_as_it_was(request):
    update = request.config.getoption("--update-gold")
    gold.compare(badge("Comment ratio", "25.2 %"), "formats/badge.svg", update=update)


def test_it_says_the_same_to_eyes_and_ears():
    root = ElementTree.fromstring(badge("people", "8"))
    assert root.attrib["aria-label"] == root.findtext(f"{SVG}title") == "people: 8"
    assert [text.text for text in root.iter(f"{SVG}text")] == ["people", "8"]


def test_the_fields_are_as_wide_as_the_picture():
    root = ElementTree.fromstring(badge("a label of some length", "1,234,567"))
    left, right = list(root.iter(f"{SVG}rect"))[1:]
    assert int(left.attrib["width"]) + int(right.attrib["width"]) == int(root.attrib["width"])
    assert right.attrib["x"] == left.attrib["width"]


@given(st.text(), st.text())
def test_it_is_well_formed_whatever_it_says(label, value):
    root = ElementTree.fromstring(badge(label, value))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "title",
        "clipPath",
        "rect",
        "g",
        "text",
    }


@pytest.mark.parametrize("attack", ["</text><script>alert(1)</script>", '" onload="alert(1)', "&lt;b&gt;"])
def test_what_a_repository_wrote_stays_text(attack):
    root = ElementTree.fromstring(badge(attack, attack))
    assert [text.text for text in root.iter(f"{SVG}text")] == [attack, attack]


def test_a_long_text_is_cut():
    label, _ = ElementTree.fromstring(badge("x" * 5_000, "1")).iter(f"{SVG}text")
    assert len(label.text) == 120
