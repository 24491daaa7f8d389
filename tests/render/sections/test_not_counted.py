"""What is missing from the figures."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Prose, Table
from analyzer.model.comparison import Spot
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.render.sections.not_counted import not_counted
from tests.render import build
from tests.render.sections.conftest import small


def test_it_is_as_it_was(check_gold):
    check_gold(not_counted)


def test_a_whole_reading_is_said_to_be_whole():
    (said,) = not_counted.blocks(build.comparison(troubles=()))
    assert isinstance(said, Prose)
    assert said.text.startswith("Nothing:")


def test_an_incomplete_history_is_said_first():
    column = replace(small().columns[0], floor=True)
    said, *_ = not_counted.blocks(replace(small(), columns=(column,)))
    assert said == Prose("History is incomplete for flask: its counts are a lower bound.")


def test_a_thousand_troubles_are_summed_up_and_not_all_listed():
    troubles = [NotCounted("flask", Reason.BINARY, f"{number}.png") for number in range(1234)]
    summary, listed = not_counted.blocks(build.comparison(troubles=troubles))
    assert isinstance(summary, Table)
    assert summary.rows == (("flask", "binary", "1,234", "`0.png`\n`1.png`\n`2.png`"),)
    assert isinstance(listed, Table)
    assert (len(listed.rows), listed.caption) == (100, "One by one: the first 100 of 1,234")


def test_files_of_the_trees_without_lines_are_told_even_where_there_is_no_trouble():
    spots = (Spot("django", "binary", 3, {"tree": 7_062}), Spot("flask", "unknown language", 5, {"tree": 236}))
    (files,) = not_counted.blocks(replace(build.comparison(troubles=()), places={"uncounted-files": spots}))
    assert isinstance(files, Table)
    assert files.rows == (("flask", "unknown language", "5", "236"), ("django", "binary", "3", "7,062"))


def test_what_is_said_of_a_trouble_stands_below_its_path():
    troubles = [
        NotCounted("flask", Reason.NOT_PARSED, "a/b.py", "It is not Python."),
        NotCounted("flask", Reason.BINARY, "c"),
    ]
    *_, listed = not_counted.blocks(build.comparison(troubles=troubles))
    assert isinstance(listed, Table)
    assert [row[1] for row in listed.rows] == ["`a/b.py`\nIt is not Python.", "`c`"]
