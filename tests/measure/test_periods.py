"""Months put together."""

import numpy as np

from analyzer.measure.periods import periods, summed

MONTHS = ["2019-12", "2020-01", "2020-03", "2020-04"]


def test_a_month_lies_in_a_quarter_and_a_year():
    assert periods(MONTHS, "month") == MONTHS
    assert periods(MONTHS, "quarter") == ["2019-Q4", "2020-Q1", "2020-Q1", "2020-Q2"]
    assert periods(MONTHS, "year") == ["2019", "2020", "2020", "2020"]


def test_counts_of_equal_names_are_summed_in_order():
    names, sums = summed(["b", "a", "b"], np.array([1, 2, 4]))
    assert (names, list(sums)) == (["b", "a"], [5, 2])
