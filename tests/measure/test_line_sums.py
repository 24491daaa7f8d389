"""Linear forms on line vectors."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.line_sums import LINE_SPLITS, SUMS, file_lines, growth_lines, lines_split
from analyzer.model.definition import Rule
from analyzer.model.lines import FIELDS, PARTITION
from tests.build import OPENHUB, facts, file, grown, options


@given(st.lists(st.tuples(st.sampled_from(["C", "Python"]), *[st.integers(0, 9) for _ in FIELDS]), max_size=5))
def test_forms_agree_with_arithmetic_by_hand(vectors):
    signed = Rule(code={"code": 1, "trailing_comment": -1}, comment={"comment": 2}, blank={})
    definition = replace(OPENHUB, by_language={"C": signed}, numerator={"licence": 3})
    rows = [
        file(f"{place}", vector[0], **dict(zip(FIELDS, vector[1:], strict=True)))
        for place, vector in enumerate(vectors)
    ]
    table = file_lines(facts(files=rows), options(definition))
    for (_, row), (language, *values) in zip(table.iterrows(), vectors, strict=True):
        lines = dict(zip(FIELDS, values, strict=True))
        code = lines["code"] - lines["trailing_comment"] if language == "C" else lines["code"]
        comment = 2 * lines["comment"] if language == "C" else lines["comment"] + lines["docstring"] + lines["string"]
        assert (row["code"], row["comment"]) == (code, comment)
        assert row["numerator"] == 3 * lines["licence"]
        assert row["denominator"] == code + comment
        assert row["total"] == sum(lines[name] for name in PARTITION)


@pytest.mark.parametrize("by", ["file", "folder", "language", "scope"])
def test_the_parts_of_a_split_sum_to_the_whole(by):
    whole = lines_split(facts(), options())[list(SUMS)].iloc[0]
    assert (lines_split(facts(), options(by=by))[list(SUMS)].sum() == whole).all()


@pytest.mark.parametrize("by", ["month", "commit"])
def test_running_sums_end_with_the_whole(by):
    whole = lines_split(facts(), options())[list(SUMS)].iloc[0]
    assert (lines_split(facts(), options(by=by))[list(SUMS)].iloc[-1] == whole).all()


@pytest.mark.parametrize("by", [None, *LINE_SPLITS])
def test_lines_are_whole_numbers(by):
    for name in SUMS:
        assert lines_split(facts(), options(by=by))[name].dtype == "int64"
    empty = lines_split(facts(files=[], growth=[]), options(by=by))
    assert empty[list(SUMS)].sum().sum() == 0


def test_growth_keeps_the_order_of_the_trunk():
    shuffled = facts(growth=[grown(2, "2020-01-03", code=3), grown(0, "2020-01-01", code=1), grown(1, "2020-01-02")])
    assert list(growth_lines(shuffled, options())["position"]) == [0, 1, 2]
