"""Lines of code, split in every way."""

import pytest

from analyzer.measure.metrics.lines import lines
from tests.build import facts, file, options


def measured(by=None, **rest):
    table = lines.measure(facts(), options(by=by, **rest))
    return dict(zip(table[table.columns[0]], table["value"], strict=True)) if by else table["value"][0]


@pytest.mark.parametrize(
    ("by", "values"),
    [
        (None, 130),
        ("file", {"page.html": 100, "src/a.py": 10, "src/deep/b.py": 20}),
        ("folder", {".": 100, "src": 10, "src/deep": 20}),
        ("language", {"HTML": 100, "Python": 30}),
        ("scope", {"documentation": 100, "source": 10, "tests": 20}),
        ("commit", {f"{1:040x}": 12, f"{2:040x}": 32, f"{4:040x}": 130}),
    ],
)
def test_lines_of_code_are_summed_by_what_is_asked(by, values):
    assert measured(by) == values


def test_months_hold_the_state_at_their_end():
    months = measured("month")
    assert (months["2019-03"], months["2019-12"], months["2020-01"], months["2020-05"]) == (12, 12, 32, 32)
    assert months["2020-06"] == months["2020-07"] == 130


def test_scopes_limit_what_is_counted():
    assert measured(scopes=frozenset({"tests", "source"})) == 30
    assert measured("month", scopes=frozenset({"tests"}))["2020-07"] == 20


def test_scopes_do_not_let_unknown_languages_in():
    table = lines.measure(facts(), options(by="language", scopes=frozenset({"source"})))
    assert list(table["language"]) == ["Python"]


def test_comment_blank_and_total_stand_beside():
    row = lines.measure(facts(), options()).iloc[0]
    assert row.to_dict() == {"value": 130, "code": 130, "comment": 10, "blank": 5, "total": 145}


def test_a_file_is_told_by_its_path_and_language():
    table = lines.measure(facts(), options(by="file"))
    assert list(table.columns) == ["path", "language", "value", "code", "comment", "blank", "total"]
    assert list(zip(table["path"], table["language"], strict=True)) == [
        ("page.html", "HTML"),
        ("src/a.py", "Python"),
        ("src/deep/b.py", "Python"),
    ]


def test_a_file_of_unknown_language_is_no_file_with_zero_lines():
    only = facts(files=[file("logo.png", "", problem="binary")])
    assert lines.measure(only, options(by="file")).empty
    assert lines.measure(only, options())["value"][0] == 0
