"""The block of headline figures that a page carries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import RenderError
from analyzer.export.headlines import SCHEMA_VERSION, dumps, find, headlines, loads
from analyzer.model.headlines import HEADLINES, Figure, Headlines, Said
from analyzer.render.page import render
from tests.render import build

TEXT = st.text(max_size=20)
VALUES = st.one_of(st.none(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False), TEXT)
FIGURES = st.builds(Figure, TEXT, TEXT, TEXT, VALUES, TEXT)
SAID = st.builds(Said, TEXT, TEXT, TEXT, TEXT, st.integers(0, 2**40), st.lists(FIGURES, max_size=3).map(tuple))


@given(st.builds(Headlines, TEXT, st.integers(0, 2**40), TEXT, st.lists(SAID, max_size=3).map(tuple)))
def test_whatever_is_said_comes_back_and_ends_no_script(found: Headlines):
    text = dumps(found)
    assert not set(text) & set("<>&\u2028\n")
    assert loads(text) == found
    assert find(f'<script type="application/json" id="headlines">{text}</script>') == text


def test_a_page_carries_the_figures_of_its_table(tmp_path):
    made = build.comparison(("a", build.HOSTILE), months=14, commits=4)
    page = render(made, scratch=tmp_path, headlines=dumps(headlines(made)))
    block = find(page)
    assert block is not None
    found = loads(block)
    assert [said.name for said in found.repositories] == ["a", build.HOSTILE]
    for place, said in enumerate(found.repositories):
        shown = {figure.slug: figure.value for figure in said.figures}
        there = [row for row in made.rows if row.slug in HEADLINES]
        assert shown == {row.slug: row.cells[place].value for row in there}
        assert shown
    assert find(render(made, scratch=tmp_path)) is None


GOOD = json.loads(dumps(Headlines("T", 1, "0", (Said("a", "b", "c", "d", 2, (Figure("s", "t", "u", 1),)),))))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        json.dumps(GOOD | {"schema_version": SCHEMA_VERSION + 1}),
        json.dumps(GOOD | {"repositories": 7}),
        json.dumps(GOOD | {"repositories": [7]}),
        json.dumps(GOOD | {"title": ["x"]}),
        json.dumps({key: value for key, value in GOOD.items() if key != "end"}),
        " " * (5 << 20),
    ],
)
def test_what_is_no_block_of_ours_is_refused(text: str):
    with pytest.raises(RenderError):
        loads(text)


def test_keys_of_a_later_version_are_passed_over():
    assert loads(json.dumps(GOOD | {"more": 1})) == replace(loads(json.dumps(GOOD)))
