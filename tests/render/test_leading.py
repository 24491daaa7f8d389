"""Rows lead only to what is on the page."""

from __future__ import annotations

from analyzer.model.blocks import Prose, Table
from analyzer.model.layout import Layout
from analyzer.render.leading import led
from analyzer.render.page import render
from tests.render import build
from tests.render.reading import read


def test_links_to_what_is_not_there_are_left_out_and_others_stay():
    table = Table("t", ("a",), (("1",), ("2",)), sources=("here", "gone"))
    (found, other) = led((table, Prose("x")), {"here"})
    assert found.sources == ("here", "")
    assert other == Prose("x")


def test_a_page_of_chosen_sections_has_them_in_order_and_no_dead_link(scratch):
    layout = Layout(("side_by_side", "in_one_minute", "people"), frozenset({"people"}))
    found = read(render(build.comparison(months=3, commits=3), scratch=scratch, layout=layout))
    assert [section.attributes["id"] for section in found.all("section")] == ["side_by_side", "in_one_minute"]
    ids = {element.attributes.get("id") for element in found.elements}
    links = [link.attributes["href"] for link in found.all("a")]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
