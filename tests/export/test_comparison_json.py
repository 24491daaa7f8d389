"""A comparison as JSON and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import RenderError
from analyzer.export.comparison_json import SCHEMA_VERSION, dumps, loads
from analyzer.model.claim import Claim, Curve, Interval, Judgement, Saying, Sighting, Together, Verdict
from analyzer.model.comparison import AtAge, Cell, Column, Comparison, Row, Series, Shared, Spot
from analyzer.model.ranking import Order, Rung
from analyzer.model.ratio_change import RatioChange, RatioEnd, RatioPart, RatioSplit
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
FLOAT = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
INTERVALS = st.lists(st.builds(Interval, st.integers(), st.none() | st.integers()), max_size=2).map(tuple)
SIGHTING = st.builds(Sighting, FLOAT, st.integers(), TEXT, st.dictionaries(TEXT, NUMBER, max_size=2))
JUDGEMENT = st.builds(
    Judgement,
    TEXT,
    st.none() | SIGHTING,
    st.booleans(),
    st.none() | SIGHTING,
    st.booleans(),
    INTERVALS,
    st.none() | SIGHTING,
    st.none() | FLOAT,
)
CLAIM = st.builds(Claim, TEXT, TEXT, TEXT, TEXT, TEXT, NUMBER, FLOAT)
CURVE = st.lists(st.tuples(st.integers(), FLOAT), max_size=2).map(
    lambda points: Curve(tuple(time for time, _ in points), tuple(value for _, value in points))
)
VERDICT = st.builds(Verdict, CLAIM, TEXT, st.lists(JUDGEMENT, max_size=2).map(tuple), TEXT, TEXTS, CURVE)
TOGETHER = st.builds(Together, TEXT, TEXT, TEXTS, INTERVALS, st.booleans(), TEXT)
SAYING = st.builds(Saying, TEXT, TEXT, TEXT, TEXT, TEXTS, INTERVALS, TEXT)
RUNG = st.builds(
    Rung,
    TEXT,
    TEXT,
    TEXT,
    st.booleans(),
    TEXT,
    st.lists(st.none() | FLOAT, max_size=2).map(tuple),
    st.lists(st.dictionaries(TEXT, NUMBER, max_size=2), max_size=2).map(tuple),
)
TURNS = st.lists(st.tuples(st.integers(), st.sampled_from([-1, 0, 1])), max_size=3).map(tuple)
STANDS = st.none() | st.sampled_from([-1, 0, 1])
ORDER = st.builds(Order, TEXT, TEXT, TEXT, TEXT, STANDS, st.none() | st.integers(), TURNS)
WHOLE = st.integers(-(2**60), 2**60)
PART = st.builds(RatioPart, TEXT, FLOAT, WHOLE, WHOLE, TEXT, st.none() | WHOLE)
SPLIT = st.builds(RatioSplit, st.lists(PART, max_size=2).map(tuple), WHOLE, st.none() | PART)
ENDS = st.builds(RatioEnd, TEXT, WHOLE, WHOLE, WHOLE, TEXT)
SPLITS = st.dictionaries(TEXT, SPLIT, max_size=2)
CHANGE = st.builds(RatioChange, TEXT, TEXT, TEXT, ENDS, ENDS, FLOAT, SPLITS, TEXT, TEXT)
SPOT = st.builds(Spot, TEXT, TEXT, NUMBER | st.none(), st.dictionaries(TEXT, NUMBER, max_size=2), TEXT, TEXT, TEXT)
SHARED = st.builds(Shared, TEXT, TEXT, WHOLE, WHOLE, TEXT, TEXT, st.none() | FLOAT)
AT_AGE = st.builds(
    AtAge, FLOAT, st.lists(st.none() | WHOLE, max_size=3).map(tuple), st.lists(ROW, max_size=2).map(tuple)
)
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
    claims=st.lists(VERDICT, max_size=2).map(tuple),
    together=st.lists(TOGETHER, max_size=2).map(tuple),
    sayings=st.lists(SAYING, max_size=2).map(tuple),
    ladder=st.lists(RUNG, max_size=2).map(tuple),
    orders=st.lists(ORDER, max_size=2).map(tuple),
    turns=TEXTS,
    changes=st.lists(CHANGE, max_size=2).map(tuple),
    places=st.dictionaries(TEXT, st.lists(SPOT, max_size=2).map(tuple), max_size=2),
    shared=st.lists(SHARED, max_size=2).map(tuple),
    at_age=st.lists(AT_AGE, max_size=2).map(tuple),
)


@given(COMPARISON)
def test_what_is_read_is_what_was_written(comparison):
    assert loads(dumps(comparison)) == comparison


def test_whole_numbers_stay_whole_and_others_do_not_become_so():
    (cells,) = [row.cells for row in loads(dumps(build.comparison(months=2, commits=2))).rows if row.slug == "commits"]
    assert [type(cell.value) for cell in cells] == [int, int]


def test_a_comparison_without_what_came_later_is_read():
    plain = json.loads(dumps(replace(build.comparison(months=2, commits=2), at_age=())))
    for later in ("at_age", "claims", "together", "sayings", "ladder", "orders", "turns"):
        del plain[later]
    assert loads(json.dumps(plain)) == replace(build.comparison(months=2, commits=2), at_age=())


def test_a_reason_is_a_reason_again():
    (trouble, *_) = loads(dumps(build.comparison(months=2, commits=2))).troubles
    assert trouble.reason is Reason.BINARY


def test_text_that_is_no_unicode_survives():
    comparison = replace(build.empty(), title="caf\udce9")
    assert loads(dumps(comparison).encode("ascii").decode()) == comparison


def test_what_was_written_before_changes_were_told_can_be_read():
    plain = json.loads(dumps(build.empty()))
    del plain["changes"]
    assert loads(json.dumps(plain)) == build.empty()


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
    del plain["places"], plain["shared"]
    assert loads(json.dumps(plain)).places == {}
    assert loads(json.dumps(plain)).shared == ()


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
