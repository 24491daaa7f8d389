"""The comment ratio: lines are summed first and divided last."""

from dataclasses import replace

import pytest

from analyzer.measure.metrics.comment_ratio import comment_ratio
from tests.build import OPENHUB, facts, file, grown, options


def measured(by=None, definition=OPENHUB, **rest):
    table = comment_ratio.measure(facts(**rest), options(definition, by=by))
    return dict(zip(table[table.columns[0]], table["value"], strict=True)) if by else table.iloc[0].to_dict()


def test_it_is_comment_in_comment_and_code():
    assert measured() == {"value": 100 * 10 / 140, "comment": 10, "code": 130}


@pytest.mark.parametrize(
    ("by", "key", "value"),
    [
        ("file", "src/a.py", 100 * 5 / 15),
        ("folder", "src/deep", 100 / 21),
        ("language", "Python", 100 * 6 / 36),
        ("scope", "documentation", 100 * 4 / 104),
        ("month", "2020-02", 100 * 3 / 35),
        ("commit", f"{4:040x}", 100 * 10 / 140),
    ],
)
def test_sums_are_divided_within_each_part(by, key, value):
    assert measured(by)[key] == value


def test_where_nothing_is_counted_there_is_no_ratio():
    empty = measured("file", files=[file("empty.py")])["empty.py"]
    assert empty != empty


def test_commits_before_the_first_line_have_no_ratio():
    values = list(measured("commit", growth=[grown(1, "2020-01-15", code=1)]).values())
    assert values[0] != values[0]
    assert values[1:] == [0.0, 0.0]


def test_a_definition_may_know_few_languages():
    assert measured(definition=replace(OPENHUB, languages=frozenset({"HTML"}))) == {
        "value": 100 * 4 / 104,
        "comment": 4,
        "code": 100,
    }


def test_a_language_may_have_its_own_rule():
    html = replace(OPENHUB.rule, comment={})
    assert measured(definition=replace(OPENHUB, by_language={"HTML": html}))["value"] == 100 * 6 / 136


def test_a_definition_may_divide_something_else():
    lines = {"code": 1, "comment": 1, "docstring": 1, "blank": 1, "docstring_blank": 1}
    own = replace(OPENHUB, numerator={"comment": 1, "trailing_comment": 1}, denominator=lines)
    row = measured(definition=own)
    assert (row["numerator"], row["denominator"], row["comment"], row["code"]) == (8, 145, 10, 130)
    assert row["value"] == 100 * 8 / 145


def test_a_definition_may_have_an_own_numerator_only():
    row = measured(definition=replace(OPENHUB, numerator={"comment": 1}))
    assert (row["numerator"], row["denominator"]) == (7, 140)
