"""Functions of other languages, by Lizard, whatever a stranger wrote."""

from __future__ import annotations

import signal

import pytest

from analyzer.count import lizard_functions as counting
from analyzer.count.lizard_functions import LANGUAGES, LARGEST, lizard_functions
from analyzer.model.functions import LONGEST

SOURCES = {
    "C": ("int f(int a) {\n  if (a && g()) return 1;\n  return 2;\n}\n", [("f", 1, 4, 3)]),
    "C++": ("int A::m(int a) {\n  for (;;) { }\n}\n", [("A::m", 1, 3, 2)]),
    "Go": ('package p\n\nfunc f(a int) int {\n\tif a > 1 {\n\t\treturn 1\n\t}\n\treturn 2\n}\n', [("f", 3, 8, 2)]),
    "Java": ("class A {\n  int m(int a) {\n    return a > 1 ? 1 : 2;\n  }\n}\n", [("A::m", 2, 4, 2)]),
    "JavaScript": ("function f(a) {\n  while (a) { a -= 1; }\n}\n", [("f", 1, 3, 2)]),
    "Ruby": ("def f(a)\n  return 1 if a\n  2\nend\n", [("f", 1, 4, 2)]),
    "Rust": ("fn f(a: i32) -> i32 {\n    if a > 1 { 1 } else { 2 }\n}\n", [("f", 1, 3, 2)]),
    "TypeScript": ("function f(a: number): number {\n  return a > 1 ? 1 : 2;\n}\n", [("f", 1, 3, 2)]),
}  # fmt: skip
HOSTILE = ["(", "{", "<", "a<", "`${", "function f(){", "x=>", "'", '"', "\\\n", "#if a\n", "/*", "class A{", "f(a,"]


def found(language: str, source: str | bytes) -> tuple[str, list[tuple[str, int, int, int]]]:
    row = lizard_functions("0" * 40, language, source.encode() if isinstance(source, str) else source)
    assert (row.blob, row.language) == ("0" * 40, language)
    assert {one.kind for one in row.functions} <= {"function"}
    return row.problem, [one[:4] for one in row.functions]


@pytest.mark.parametrize("language", SOURCES)
def test_functions_are_found_with_their_lines_and_branches(language):
    source, functions = SOURCES[language]
    assert found(language, source) == ("", functions)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_is_one_that_lizard_reads(language):
    from lizard import get_reader_for

    assert get_reader_for(counting._FILE_NAMES[language]) is not None
    assert found(language, "") == ("", [])


@pytest.mark.parametrize("language", ["C", "JavaScript", "Ruby", "Rust", "Swift", "PHP"])
def test_texts_that_are_no_code_end_in_a_row(language, capsys):
    for text in HOSTILE:
        problem, _ = found(language, (text * 3_000)[:3_000])
        assert problem in ("", "not parsed")
    assert capsys.readouterr() == ("", "")


def test_what_is_nested_too_deep_is_not_half_counted():
    assert found("JavaScript", "function g() {}\n" + "function f(){" * 3_000) == ("not parsed", [])


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
def test_what_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(counting, "SECONDS", 0.2)
    assert found("C", "{/*" * 20_000) == ("takes too long", [])
    assert found("C", SOURCES["C"][0]) == ("", SOURCES["C"][1])


@pytest.mark.parametrize(("data", "problem"), [(None, "broken object"), (b"a" * (LARGEST + 1), "too large")])
def test_what_is_not_read_has_a_problem(data, problem):
    assert lizard_functions("0" * 40, "C", data).problem == problem


def test_bytes_that_are_no_text_are_read_as_far_as_they_go():
    assert found("C", b"int f(void) { /* \xff\xfe */ return 1; }") == ("", [("f", 1, 1, 1)])


def test_names_are_printable_and_of_bearable_length():
    problem, functions = found("C", f"int {'a' * 5_000}(void) {{ return 1; }}")
    assert problem == ""
    assert [len(name) for name, *_ in functions] == [LONGEST]
