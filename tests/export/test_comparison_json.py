"""A comparison as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import RenderError
from analyzer.export.comparison_json import SCHEMA_VERSION, dumps, loads
from analyzer.model.comparison import Cell, Column, Comparison, Row, Series, Spot
from analyzer.model.uncounted import NotCounted, Reason
from tests.render import build

NUMBER = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
TEXT = st.text(max_size=5)
CELL = st.builds(Cell, NUMBER | TEXT | st.none(), st.dictionaries(TEXT, NUMBER, max_size=2), TEXT, TEXT)
ROW = st.builds(Row, TEXT, TEXT, TEXT, TEXT, st.lists(CELL, max_size=3).map(tuple), TEXT, TEXT, TEXT, TEXT)
POINTS = st.lists(st.tuples(st.integers(), NUMBER, TEXT), max_size=3)


def series(points: list[tuple[int, float, str]]) -> Series:
    times, values, shas = (tuple(point[place] for point in points) for place in range(3))
    return Series("a", times, values, group="g", shas=shas)


COLUMN = st.builds(Column, TEXT, TEXT, TEXT, TEXT, st.integers(), st.integers(), st.booleans())
TROUBLE = st.builds(NotCounted, TEXT, st.sampled_from(Reason), TEXT, TEXT)
SPOT = st.builds(Spot, TEXT, TEXT, NUMBER | st.none(), st.dictionaries(TEXT, NUMBER, max_size=2))
COMPARISON = st.builds(
    Comparison,
    title=TEXT,
    columns=st.lists(COLUMN, max_size=2).map(tuple),
    end=st.integers(),
    rows=st.lists(ROW, max_size=3).map(tuple),
    series=st.dictionaries(TEXT, st.lists(POINTS.map(series), max_size=2).map(tuple), max_size=2),
    troubles=st.lists(TROUBLE, max_size=2).map(tuple),
    version=TEXT,
    findings=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    places=st.dictionaries(TEXT, st.lists(SPOT, max_size=2).map(tuple), max_size=2),
)


@given(COMPARISON)
def test_what_is_read_is_what_was_written(comparison):
    assert loads(dumps(comparison)) == comparison


def test_whole_numbers_stay_whole_and_others_do_not_become_so():
    (cells,) = [row.cells for row in loads(dumps(build.comparison(months=2, commits=2))).rows if row.slug == "commits"]
    assert [type(cell.value) for cell in cells] == [int, int]


def test_a_reason_is_a_reason_again():
    (trouble, *_) = loads(dumps(build.comparison(months=2, commits=2))).troubles
    assert trouble.reason is Reason.BINARY


def test_text_that_is_no_unicode_survives():
    comparison = replace(build.empty(), title="caf\udce9")
    assert loads(dumps(comparison).encode("ascii").decode()) == comparison


def test_keys_are_sorted_and_the_version_is_written():
    text = dumps(build.comparison(months=2, commits=2))
    plain = json.loads(text)
    assert plain["schema_version"] == SCHEMA_VERSION
    assert text == json.dumps(plain, sort_keys=True, separators=(",", ":")) + "\n"


def test_a_field_that_a_later_version_added_is_passed_over():
    plain = json.loads(dumps(build.comparison(months=2, commits=2)))
    plain["mood"] = plain["columns"][0]["mood"] = plain["rows"][0]["cells"][0]["mood"] = "good"
    assert loads(json.dumps(plain)) == build.comparison(months=2, commits=2)


def test_a_comparison_from_before_places_has_none():
    plain = json.loads(dumps(build.comparison(months=2, commits=2)))
    del plain["places"]
    assert loads(json.dumps(plain)).places == {}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"schema_version":1}', "null", '{"schema_version":1,"columns":7}']
)
def test_other_text_is_refused(text):
    with pytest.raises(RenderError, match="no comparison"):
        loads(text)


def test_another_schema_version_is_refused_with_what_to_do():
    with pytest.raises(RenderError, match="schema version 99") as caught:
        loads('{"schema_version":99}')
    assert "write the file again" in caught.value.hint


def test_what_cannot_be_told_must_not_be_nan():
    broken = replace(build.empty(), series={"x": (Series("a", (1,), (float("nan"),)),)})
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(broken)
