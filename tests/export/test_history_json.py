"""Rounds as JSON and back; what is no round is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.export.history_json import plain_round, round_of
from analyzer.model.history import FAILED, OK, STALE, Round, Visit

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TIMES = st.integers(0, 4_000_000_000)
VISITS = st.builds(
    Visit,
    name=TEXT,
    location=TEXT,
    outcome=st.sampled_from([OK, STALE, FAILED]),
    branch=TEXT,
    head=st.sampled_from(["", "ab" * 20]),
    head_time=st.none() | TIMES,
    new_commits=st.integers(0, 10**9),
    detail=TEXT,
    notes=st.lists(TEXT, max_size=2).map(tuple),
    tags=st.none() | st.lists(TEXT, max_size=2).map(tuple),
    figures=st.dictionaries(TEXT, st.none() | st.integers() | TEXT, max_size=3),
)
ROUNDS = st.builds(
    Round, st.integers(1, 10**9), TEXT, TIMES, TIMES, st.lists(VISITS, max_size=3).map(tuple), st.booleans()
)


@given(ROUNDS)
def test_a_round_comes_back_as_it_was(made: Round) -> None:
    assert round_of(json.dumps(plain_round(made))) == made


def test_a_line_of_before_tags_were_told_has_none() -> None:
    plain = plain_round(Round(1, "T", 5, 6, (Visit("a", "a", OK, tags=("1.0",)),)))
    del plain["repositories"][0]["tags"]  # type: ignore[index]
    found = round_of(json.dumps(plain))
    assert found is not None and found.visits[0].tags is None


@pytest.mark.parametrize(
    "line", ["", "{", "null", "[]", "7", "{}", '{"schema_version": 1}', '{"schema_version": 99}', "[" * 100_000]
)
def test_what_is_no_round_is_none(line: str) -> None:
    assert round_of(line) is None


@pytest.mark.parametrize("key", ["number", "started", "finished", "repositories", "taken_over", "title"])
@pytest.mark.parametrize("value", [{}, [{}], "x", None])
def test_a_round_with_a_strange_value_is_none_or_plain(key: str, value: object) -> None:
    plain = {**plain_round(Round(1, "T", 5, 6, (Visit("a", "a", OK),))), key: value}
    made = round_of(json.dumps(plain))
    assert made is None or (isinstance(made.number, int) and isinstance(made.title, str))


def test_a_visit_of_no_known_outcome_or_no_hash_is_none() -> None:
    for change in ({"outcome": "fine"}, {"commit": "no hash"}):
        plain = plain_round(Round(1, "T", 5, 6, (Visit("a", "a", OK),)))
        plain["repositories"][0].update(change)  # type: ignore[index]
        assert round_of(json.dumps(plain)) is None
