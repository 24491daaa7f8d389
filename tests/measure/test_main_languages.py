"""Code by language."""

from analyzer.measure.main_languages import code_by_language, main_of
from tests.build import facts, file, options


def test_languages_come_by_size_then_by_name():
    made = facts(files=[file("1", "Lua", code=2), file("2", "C", code=2), file("3", "HTML", code=9), file("4", "Go")])
    code = code_by_language(made, options())
    assert list(code.items()) == [("HTML", 9), ("C", 2), ("Lua", 2)]
    assert main_of(code) == "C"


def test_data_alone_has_no_main_language():
    assert main_of(code_by_language(facts(files=[file("1", "XML", code=9)]), options())) is None
