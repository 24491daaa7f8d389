"""Footnotes are numbered in print."""

from __future__ import annotations

import re

from analyzer.model.blocks import Prose, Table
from analyzer.render.references import references
from tests.render import build

FIGURES = Table("Figures", ("Figure", "a"), (("x", "1"), ("y", "2"), ("z", "3")), sources=("two", "", "one"))
MEANINGS = Table(
    "Definitions", ("Figure", "How"), (("z", "so"), ("x", "so"), ("w", "so")), anchors=("one", "two", "no")
)


def test_definitions_that_a_figure_leads_to_are_numbered_in_their_order():
    assert references([Prose("words"), FIGURES, MEANINGS]) == {"one": 1, "two": 2}


def test_what_nothing_leads_to_has_no_number():
    assert references([MEANINGS]) == {}


def test_a_figure_and_its_definition_have_the_same_number_on_the_page(page):
    text = page(build.comparison(months=14, commits=20))
    figures, meanings = text.split('<section id="definitions"')
    numbers = [re.findall(r'class="ref"> (\d+)</span>', part) for part in (figures, meanings)]
    assert numbers[1] == [str(number) for number in range(1, len(numbers[1]) + 1)]
    assert set(numbers[0]) == set(numbers[1]) != set()
