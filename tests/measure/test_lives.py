"""Kaplan and Meier's estimate, beside what can be reckoned by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.lives import counts, curve, half_life, share_after
from tests.build import at, rows_as_table

END = at("2020-01-01")
"""Month 600."""


def lines(*groups: tuple[int, int, int]) -> pd.DataFrame:
    rows = [{"born": born, "died": died, "kind": "code", "lines": number} for born, died, number in groups]
    return rows_as_table("lifetimes", rows)


def test_lines_that_are_there_count_up_to_their_age() -> None:
    # Of 10 lines 4 go at the age of two months; then 3 are too young to tell; of the last 3 one goes at five.
    found = curve(lines((590, 592, 4), (597, -1, 3), (590, 595, 1), (590, -1, 2)), END)
    assert found[:6] == pytest.approx([1, 1, 0.6, 0.6, 0.6, 0.6 * 2 / 3])
    assert len(found) == 11
    assert half_life(found) == 5 / 12


def test_without_deaths_there_is_no_half_life() -> None:
    assert np.isnan(half_life(curve(lines((590, -1, 3)), END)))
    assert np.isnan(half_life(curve(lines(), END)))


def test_a_share_is_unknown_at_ages_that_no_line_has() -> None:
    found = curve(lines((588, 594, 1), (588, -1, 3)), END)
    assert share_after(found, 1) == 75
    assert np.isnan(share_after(found, 2))


def test_a_line_that_came_late_is_watched_from_then_on() -> None:
    # Two lines of the month 580, one of which came in 590 (in place of none before): at age 5 only one could go.
    table = lines((580, 585, 1), (580, -1, 2), (580, 590, -1))
    assert curve(table, END)[5] == pytest.approx(1 / 2)
    assert counts(table) == {"written": 3, "there": 2}


@given(st.lists(st.tuples(st.integers(500, 600), st.integers(0, 80), st.integers(1, 50), st.booleans()), min_size=1))
def test_the_curve_falls_from_one_to_no_less_than_zero(groups: list[tuple[int, int, int, bool]]) -> None:
    found = curve(
        lines(*((born, min(born + age, 600) if gone else -1, number) for born, age, number, gone in groups)), END
    )
    known = found[~np.isnan(found)]
    assert (known >= 0).all()
    assert (known <= 1).all()
    assert (np.diff(known) <= 0).all()


@given(st.lists(st.tuples(st.integers(500, 600), st.integers(0, 80), st.integers(1, 50)), min_size=1))
def test_where_all_are_gone_the_curve_is_the_share_that_was_left(groups: list[tuple[int, int, int]]) -> None:
    found = curve(lines(*((born, born + age, number) for born, age, number in groups)), at("2040-01-01"))
    total = sum(number for *_, number in groups)
    left = [sum(number for _, old, number in groups if old > age) / total for age in range(len(found))]
    assert found == pytest.approx(left)
