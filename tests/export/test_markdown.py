"""Markdown that shows strangers' text as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analyzer.export.formats.markdown import markdown, plain, words
from analyzer.model.comparison import Cell
from analyzer.model.format import Means
from tests.render import build

JOINER = "\u2060"
TAG = re.compile("<[^>]*>")


def text(comparison) -> str:
    return markdown.make(comparison, Means(Path()))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("a|b", r"a\|b"),
        ("*bold* _it_ ~~no~~ [a](b)", r"\*bold\* \_it\_ \~\~no\~\~ \[a\](b)"),
        ("&amp;", "&amp;amp;"),
        ("back\\slash", "back\\\\slash"),
        ("two\r\nlines", "two lines"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("--- rule", r"\--- rule"),
        ("1. item", r"1\. item"),
        ("$x^2$", r"\$x^2\$"),
        ("25.2 %", "25.2 %"),
        ("+2.6 %", "+2.6 %"),
    ],
)
def test_signs_that_mean_something_are_shown_as_they_are(written, shown):
    assert plain(written) == shown


@pytest.mark.parametrize("call", ["@somebody", "org/repo#12", "GH-12", "http://evil.example", "www.evil.example", "!7"])
def test_nobody_and_nothing_is_called(call):
    assert JOINER in plain(call)
    assert plain(call).replace(JOINER, "") == call


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_a_reader_of_markdown_shows_the_text_as_it_was_and_nothing_else(written):
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"x {plain(written)}")
    assert TAG.findall(shown) == ["<p>", "</p>"]
    text = unescape(TAG.sub("", shown)).replace(JOINER, "")
    assert text.split() == ["x", *written.replace(JOINER, "").split()]


@given(st.text("#>+=-*_ 1.)a~`|"))
def test_at_the_beginning_of_a_line_it_makes_no_block(written):
    shown = MarkdownIt("commonmark").enable("strikethrough").render(plain(written).strip())
    assert set(TAG.findall(shown)) <= {"<p>", "</p>"}


def test_what_stands_between_backticks_is_code_and_ends_no_cell():
    assert words("count `#` only") == "count `#` only"
    assert words("`a|b`", cell=True) == r"`a\|b`"
    assert words("`a|b`") == "`a|b`"
    assert words("`a\n\nb`") == "`a b`"
    assert words("an `` empty one") == "an  empty one"


def test_every_row_of_the_table_has_a_cell_for_each_repository():
    made = build.comparison()
    hostile = replace(made.rows[0], cells=(Cell("a | b\n| c"), Cell("`x|y`")))
    lines = [line for line in text(replace(made, rows=(hostile, *made.rows[1:]))).splitlines() if line.startswith("|")]
    pipes = {line.replace(r"\|", "").count("|") for line in lines}
    assert pipes == {4}
    assert len(lines) > len(made.rows)


def test_groups_findings_and_what_was_not_counted_are_told():
    said = text(build.comparison())
    assert "| **12 months** |  |  |" in said
    assert "### In one minute" in said
    assert "Not counted: " in said


def test_an_incomplete_history_is_said_to_be_one():
    made = build.comparison()
    column = replace(made.columns[0], floor=True)
    assert text(replace(made, columns=(column, made.columns[1]))).count("only a part of its history is there") == 1


def test_nothing_compared_is_a_heading_only():
    assert text(build.empty()).splitlines()[0] == "## Nothing yet"
    assert "|" not in text(build.empty())
