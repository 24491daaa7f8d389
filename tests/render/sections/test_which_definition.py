"""The ladder of definitions."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Chart, Prose, Table
from analyzer.render.sections.which_definition import which_definition
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(which_definition)


def test_bars_of_all_definitions_are_on_one_scale():
    prose, _, chart, parts = which_definition.blocks(small())
    assert isinstance(prose, Prose)
    assert isinstance(chart, Chart)
    table = chart.data
    assert table.bars == ((None, 0.5, 1.0, None), (None, 0.5, 1.0, None))
    assert [row[-1] for row in table.rows] == ["comment", "not comment"]
    assert isinstance(parts, Table)
    assert len(parts.head) == 5


def test_what_cannot_be_told_has_no_bar():
    known = small()
    rungs = tuple(replace(rung, values=(None, 4.0)) for rung in known.ladder)
    _, _, chart, _ = which_definition.blocks(replace(known, ladder=rungs))
    assert isinstance(chart, Chart)
    assert [row["value"] for row in chart.spec["datasets"]["points"]] == [4.0, 4.0]
    assert chart.spec["datasets"]["spans"] == []
    table = chart.data
    assert table.rows[0][1] == "–"
    assert table.bars[0] == (None, None, 1.0, None)


def test_the_caption_names_the_least_and_the_most():
    chart = which_definition.blocks(small())[2]
    assert isinstance(chart, Chart)
    assert "from 9.5 % (Openhub) to 19.0 % (Openhub)" in chart.caption


def test_one_repository_has_a_ladder_and_no_order():
    one = build.judged(build.comparison(("flask",), months=14, commits=4))
    blocks = which_definition.blocks(replace(one, turns=()))
    assert [type(block).__name__ for block in blocks] == ["Prose", "Chart"]


def test_more_than_two_have_a_table_for_each_part_and_one_sentence_on_their_order():
    three = build.judged(build.comparison(("a", "b", "c"), months=14, commits=4))
    said, _, _, source, rest = which_definition.blocks(three)
    assert isinstance(said, Prose)
    assert said.text.startswith("Of 1 pair of neighbours")
    assert [table.caption for table in (source, rest) if isinstance(table, Table)] == [
        "The same in the source alone",
        "The same in all but tests",
    ]
    assert isinstance(source, Table)
    assert source.head == ("Definition", "a", "b", "c")


def test_without_values_there_is_no_section():
    assert which_definition.blocks(build.comparison()) == ()
