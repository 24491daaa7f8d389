"""What it is mostly written in."""

from dataclasses import replace

from analyzer.measure.metrics.main_language import main_language
from tests.build import OPENHUB, facts, file, options


def test_html_and_xml_are_passed_over_but_stay_in_the_share():
    row = main_language.measure(facts(), options()).iloc[0]
    assert (row["value"], row["share"], row["code"]) == ("Python", 100 * 30 / 130, 30)


def test_the_language_with_most_code_wins_and_the_first_name_among_equals():
    equal = facts(files=[file("b.c", "C", code=5), file("a.py", code=5), file("c.lua", "Lua", code=4)])
    assert main_language.measure(equal, options())["value"][0] == "C"


def test_without_code_there_is_none():
    none = facts(files=[file("a.py", comment=3), file("x.xml", "XML", code=9)])
    assert main_language.measure(none, options())["value"][0] is None


def test_a_language_that_the_definition_does_not_know_cannot_win():
    definition = replace(OPENHUB, languages=frozenset({"C"}))
    made = facts(files=[file("b.c", "C", code=5), file("a.py", code=50)])
    assert main_language.measure(made, options(definition))["value"][0] == "C"
