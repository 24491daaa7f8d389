"""Kaplan and Meier's estimate, against hand-made cases and fractions."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.kaplan_meier import curve, median

Cases = list[tuple[int, bool]]
cases = st.lists(st.tuples(st.integers(0, 12), st.booleans()), max_size=30)


def arrays(some: Cases) -> tuple[np.ndarray, np.ndarray]:
    return np.array([time for time, _ in some], dtype=np.float64), np.array([end for _, end in some], dtype=np.bool_)


def by_hand(some: Cases) -> list[tuple[int, Fraction]]:
    share, points = Fraction(1), []
    for time in sorted({time for time, ended in some if ended}):
        at_risk = sum(other >= time for other, _ in some)
        share *= 1 - Fraction(sum(other == time and ended for other, ended in some), at_risk)
        points.append((time, share))
    return points


def test_without_censoring_it_is_what_is_left() -> None:
    assert curve(*arrays([(1, True), (2, True), (2, True), (5, True)])).to_dict("list") == {
        "time": [1, 2, 5],
        "share": [0.75, pytest.approx(0.25), 0],
    }


def test_who_is_not_seen_any_longer_counts_until_then() -> None:
    # Of three one ends at 1 (2/3 left), one is lost at 2, the last ends at 3.
    assert curve(*arrays([(1, True), (2, False), (3, True)]))["share"].tolist() == [pytest.approx(2 / 3), 0]


def test_who_is_lost_when_another_ends_was_still_there() -> None:
    assert curve(*arrays([(1, True), (1, False)]))["share"].tolist() == [0.5]


def test_half_exactly_is_reached() -> None:
    assert median(*arrays([(1, True), (4, False)])) == 1
    # 2/3 * 3/4 is a half, though not in floating point.
    assert median(*arrays([(1, True)] * 4 + [(2, True)] * 2 + [(9, False)] * 6)) == 2


def test_where_more_than_half_last_it_cannot_be_told() -> None:
    assert math.isnan(median(*arrays([(1, True), (2, False), (2, False)])))
    assert math.isnan(median(*arrays([])))


@given(cases)
def test_it_is_the_product_of_what_each_time_leaves(some: Cases) -> None:
    found, expected = curve(*arrays(some)), by_hand(some)
    assert found["time"].tolist() == [time for time, _ in expected]
    assert found["share"].tolist() == pytest.approx([float(share) for _, share in expected])
    reached = [time for time, share in expected if share <= Fraction(1, 2)]
    told = median(*arrays(some))
    assert told == reached[0] if reached else math.isnan(told)
