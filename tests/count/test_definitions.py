"""Definitions are arithmetic on the vector: what each says of the same sources."""

from __future__ import annotations

import pytest

from analyzer.count.languages import BY_NAME
from analyzer.count.python_lines import python_lines
from analyzer.model.definition import Definition
from analyzer.model.lines import FIELDS
from analyzer.registry import discover
from tests.count.python_oracles import by_rule, definition, value
from tests.count.python_samples import EXPECTED, SOURCES

SHELF = discover("analyzer.count.definitions", Definition)
ALL = {one.name: one for main in SHELF.values() for one in (main, *main.variants)}


def test_the_shelf_holds_every_published_form() -> None:
    assert set(ALL) == {
        "cloc",
        "cloc-docstrings-as-code",
        "grimoirelab",
        "openhub",
        "pygount",
        "radon",
        "radon-multi",
        "radon-sloc",
        "scc",
        "semantic",
        "sonar",
        "tokei",
        "tokei-docstrings",
    }


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", EXPECTED)
def test_a_definition_divides_the_lines_as_its_tool_does(name: str, source: str) -> None:
    assert by_rule(name)(python_lines(SOURCES[source].encode())) == EXPECTED[name][source]


@pytest.mark.parametrize("name", ALL)
def test_a_definition_names_only_fields_and_says_what_it_does(name: str) -> None:
    one = ALL[name]
    rules = [one.rule, *one.by_language.values()]
    forms = [form for rule in rules for form in (rule.code, rule.comment, rule.blank)]
    forms += [form for form in (one.numerator, one.denominator) if form is not None]
    assert {field for form in forms for field in form} <= set(FIELDS)
    assert all((one.title, one.formula, one.docstrings, one.blanks, one.trailing, one.strings, one.source))
    assert set(one.by_language) <= set(BY_NAME)
    assert one.languages is None or one.languages <= set(BY_NAME)


@pytest.mark.parametrize("name", ["cloc", "cloc-docstrings-as-code", "scc", "tokei", "tokei-docstrings"])
def test_tools_that_divide_lines_into_three_leave_none_out(name: str) -> None:
    for source in SOURCES.values():
        vector = python_lines(source.encode())
        assert sum(by_rule(name)(vector)) == sum(vector[:7])


@pytest.mark.parametrize("name", ALL)
def test_whether_docstrings_count_shows_in_a_docstring(name: str) -> None:
    one = ALL[name]
    bare, documented = (python_lines(text) for text in (b"# a\nx = 1\n", b'"""A\nb\n"""\n# a\nx = 1\n'))
    rule = one.rule_for("Python")
    upper = rule.comment if one.numerator is None else one.numerator
    assert (value(upper, documented) > value(upper, bare)) is one.counts_docstrings


def test_radon_publishes_three_percentages() -> None:
    vector = python_lines(b'"""A\n\nb\n"""\n# a\nx = 1  # b\n')
    shares = []
    for name in ("radon", "radon-sloc", "radon-multi"):
        one = ALL[name]
        assert one.numerator is not None and one.denominator is not None
        shares.append((value(one.numerator, vector), value(one.denominator, vector)))
    assert shares == [(2, 6), (2, 1), (5, 6)]


def test_grimoirelab_sets_cloc_s_comment_against_its_code_alone() -> None:
    assert ALL["grimoirelab"].per_code
    assert not any(one.per_code for name, one in ALL.items() if name != "grimoirelab")
    assert definition("grimoirelab").by_language == definition("cloc").by_language


def test_texts_in_triple_quotes_are_comment_only_where_the_tool_says_so() -> None:
    vector = python_lines(b'x = """\na\n"""\n')
    comment = {name: value(one.rule_for("Python").comment, vector) for name, one in ALL.items()}
    assert {name for name, count in comment.items() if count} == {"cloc", "grimoirelab", "openhub", "tokei-docstrings"}


def test_licence_headers_and_dead_code_are_apart_in_our_own_definition() -> None:
    vector = python_lines(b"# Copyright A\n\n# x = 1\n# why\nx = 1\n")
    assert by_rule("semantic")(vector) == (1, 1, 1)


def test_a_string_without_a_field_is_a_string_to_pygount_whatever_its_prefix() -> None:
    assert by_rule("pygount")(python_lines(b"x = (\n    f\"it's\\n\"\n    f'{{a}}'\n    f'{a}'\n)\n")) == (2, 0, 1)


def test_what_follows_a_colon_alone_in_a_text_is_documentation_to_pygount() -> None:
    assert by_rule("pygount")(python_lines(b'x = """\na\nin %s:\n\nb\n"""\n')) == (1, 3, 0)
    assert by_rule("pygount")(python_lines(b'x = """\na\nin s:\n\nb\n"""\n')) == (1, 0, 0)
