"""How a whole is shared."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.shares import fewest_for_half, gini, largest_share, lorenz, sums

CHAOSS = [1000, 433, 343, 332, 202, 90, 42, 33]
amounts = st.lists(st.integers(0, 10**9), max_size=40).map(lambda values: np.array(values, dtype=np.int64))
some_amounts = amounts.filter(lambda values: values.sum() > 0)


def array(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def test_the_example_of_chaoss_gives_two() -> None:
    assert fewest_for_half(array(*CHAOSS)) == 2
    assert fewest_for_half(array(*CHAOSS[::-1])) == 2


@pytest.mark.parametrize(
    ("values", "fewest"),
    [((1,), 1), ((1, 1), 1), ((1, 1, 1), 2), ((125,) * 8, 4), ((51, 49), 1), ((49, 25, 26), 2), ((5, 0, 0), 1)],
)
def test_half_exactly_is_half(values: tuple[int, ...], fewest: int) -> None:
    assert fewest_for_half(array(*values)) == fewest


@given(some_amounts)
def test_these_few_make_half_and_one_fewer_does_not(values: np.ndarray) -> None:
    fewest = int(fewest_for_half(values))
    ordered = sorted(values.tolist(), reverse=True)
    assert 2 * sum(ordered[:fewest]) >= sum(ordered) > 2 * sum(ordered[: fewest - 1])


@pytest.mark.parametrize("values", [(), (0,), (0, 0)])
def test_nothing_has_no_shares(values: tuple[int, ...]) -> None:
    told = array(*values)
    assert all(math.isnan(how(told)) for how in (fewest_for_half, gini, largest_share))
    assert lorenz(told).empty


@pytest.mark.parametrize(
    ("values", "expected"), [((7,), 0), ((3, 3, 3), 0), ((0, 10), 50), ((0, 0, 0, 8), 75), ((1, 3), 25)]
)
def test_the_gini_index_of_small_cases(values: tuple[int, ...], expected: float) -> None:
    assert gini(array(*values)) == expected


@given(some_amounts)
def test_the_gini_index_is_half_the_mean_difference_over_the_mean(values: np.ndarray) -> None:
    plain = values.tolist()
    differences = sum(abs(one - other) for one in plain for other in plain)
    assert gini(values) == pytest.approx(100 * differences / (2 * len(plain) * sum(plain)), abs=1e-9)


@given(some_amounts)
def test_the_gini_index_is_twice_the_area_between_curve_and_diagonal(values: np.ndarray) -> None:
    positive = values[values > 0]
    curve = lorenz(values)
    area = float(np.trapezoid(curve["value"], curve["share"])) if len(curve) else 0.0
    assert gini(positive) == pytest.approx(100 - 2 * area / 100, abs=1e-6)


def test_the_lorenz_curve_has_a_corner_for_each_size() -> None:
    curve = lorenz(array(6, 1, 2, 1))
    assert curve.to_dict("list") == {"share": [0, 50, 75, 100], "value": [0, 20, 40, 100]}


def test_sums_are_of_those_who_have_any() -> None:
    assert sums(array(2, 0, 2, 5), array(1, 4, 2, 0)).tolist() == [4, 3]
    assert sums(array(), array()).tolist() == []


def test_the_largest_share_is_in_percent() -> None:
    assert largest_share(array(1, 3)) == 75
