"""Months far above the usual."""

import pytest

from analyzer.measure.metrics.bursts import bursts
from tests.build import commit, facts, options


def of(*counts, first=2019):
    """Return commits of so many in each month from January of `first`."""
    dates = [
        f"{first + place // 12}-{place % 12 + 1:02d}-10" for place, count in enumerate(counts) for _ in range(count)
    ]
    return facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])


def months(made):
    measured = bursts.measure(made, options(by="month"))
    return measured.loc[measured["value"] == 1, "month"].tolist()


def test_a_month_far_above_the_twelve_before_is_a_burst():
    assert months(of(*[10] * 13, 40, 10, 10, 10)) == ["2020-02"]


@pytest.mark.parametrize(("count", "value"), [(16, 0), (17, 1)])
def test_steady_months_leave_room_for_chance(count, value):
    assert bursts.measure(of(*[10] * 12, count), options())["value"][0] == value


@pytest.mark.parametrize(("count", "value"), [(2, 0), (3, 1)])
def test_after_a_year_of_almost_nothing_two_commits_are_no_burst(count, value):
    assert bursts.measure(of(1, *[0] * 11, 0, count), options())["value"][0] == value


def test_restless_months_make_the_band_wide():
    assert months(of(*[20, 0] * 6, 29)) == []
    assert months(of(*[20, 0] * 6, 31)) == ["2020-01"]


def test_the_month_that_is_not_over_is_never_one():
    assert months(of(*[10] * 18, 100)) == []


def test_the_first_year_has_nothing_to_compare_with():
    told = bursts.measure(of(1, *[100] * 11), options()).iloc[0]
    assert (told["value"], told["months"]) == (0, 6)
