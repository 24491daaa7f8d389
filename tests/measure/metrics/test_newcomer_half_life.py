"""After how long half of the newcomers have left."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.measure.careers import YEAR
from analyzer.measure.metrics.newcomer_half_life import newcomer_half_life
from analyzer.model.wording import moment
from tests.build import at, commit, facts, options

END = "2020-07-01"
SILENT = at("2019-07-01")
people = st.lists(st.lists(st.integers(0, 4000), min_size=1, max_size=4), min_size=1, max_size=12)


def history(*careers: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return commits of one person for each career, on its dates."""
    dates = [(f"P{place} <p{place}@example.org>", day) for place, days in enumerate(careers) for day in days]
    return [commit(number, by=author, on=day) for number, (author, day) in enumerate(dates, 1)]


def one(*careers: tuple[str, ...]) -> dict[str, float]:
    (row,) = newcomer_half_life.measure(facts(commits=history(*careers), end=END), options()).to_dict("records")
    return row


def test_of_those_who_left_half_had_left_by_then():
    row = one(("2010-01-01", "2011-01-01"), ("2010-01-01", "2012-01-01"), ("2010-01-01", "2018-01-01"))
    assert row["value"] == pytest.approx(2, abs=0.01)
    assert (row["people"], row["left"], row["one_day"], row["label"]) == (3, 3, 0, "")


def test_who_is_active_has_not_left_and_newcomers_say_nothing():
    row = one(("2010-01-01", "2011-01-01"), ("2015-01-01", "2020-06-01"), ("2019-08-01",))
    assert row["value"] == pytest.approx(1, abs=0.01)
    assert (row["people"], row["left"]) == (2, 1)


def test_where_more_than_half_stay_it_cannot_be_told():
    row = one(("2010-01-01", "2011-01-01"), ("2015-01-01", "2020-06-01"), ("2016-01-01", "2020-06-01"))
    assert row["value"] != row["value"]


def test_one_patch_is_no_time():
    row = one(("2010-01-01",), ("2011-01-01",), ("2010-01-01", "2015-01-01"))
    assert (row["value"], row["label"]) == (0, "more than half wrote on one day only")


def test_by_kind_those_who_came_back_are_told_alone():
    rows = history(("2010-01-01",), ("2011-01-01", "2011-01-01 10:00:00"), ("2010-01-01", "2015-01-01"))
    table = newcomer_half_life.measure(facts(commits=rows, end=END), options(by="kind")).set_index("kind")
    assert table.loc["all", "one_day"] == 2
    assert table.loc["came back", "people"] == 1
    assert table.loc["came back", "value"] == pytest.approx(5, abs=0.01)


def test_by_age_it_is_the_share_that_stays_longer():
    rows = history(("2010-01-01",), ("2010-01-01", "2011-07-01"), ("2010-01-01", "2020-06-01"), ("2011-01-01",))
    table = newcomer_half_life.measure(facts(commits=rows, end=END), options(by="age"))
    assert table.to_dict("list") == {"age": [1, 2, 3, 5], "value": [50, 25, 25, 25]}


@settings(max_examples=30)
@given(people)
def test_it_is_what_fractions_give(careers: list[list[int]]):
    """Days before the end, by person: counted anew with fractions, person by person."""
    end = at(END)
    rows = [
        commit(number, by=f"P{place} <p{place}@example.org>", on=end - day * 86_400)
        for number, (place, day) in enumerate(((place, day) for place, days in enumerate(careers) for day in days), 1)
    ]
    spans = [(end - max(days) * 86_400, end - min(days) * 86_400) for days in careers]
    seen = [(first, last) for first, last in spans if first <= SILENT]
    lasted = [((last if last <= SILENT else SILENT) - first, last <= SILENT) for first, last in seen]
    share, expected = Fraction(1), None
    for time in sorted({time for time, left in lasted if left}):
        at_risk = sum(other >= time for other, _ in lasted)
        share *= 1 - Fraction(sum(other == time and left for other, left in lasted), at_risk)
        if share <= Fraction(1, 2):
            expected = time
            break
    assert moment(end) - moment(SILENT) == timedelta(days=366)
    value = newcomer_half_life.measure(facts(commits=rows, end=END), options())["value"][0]
    assert value == pytest.approx(expected / YEAR) if expected is not None else value != value
