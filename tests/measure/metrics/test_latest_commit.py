"""The latest author date that can be true."""

import pytest

from analyzer.measure.metrics.latest_commit import latest_commit
from tests.build import at, commit, facts, options


def test_it_is_the_latest_author_date():
    assert latest_commit.measure(facts(), options())["value"][0] == at("2020-06-25")


def test_dates_that_cannot_be_true_are_passed_over():
    dates = [0, -5, at("2030-01-01"), at("2020-01-01"), at("2020-02-01")]
    odd = facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])
    assert latest_commit.measure(odd, options())["value"][0] == at("2020-02-01")


@pytest.mark.parametrize("date", [0, 2**40])
def test_without_any_date_it_cannot_be_told(date):
    value = latest_commit.measure(facts(commits=[commit(1, on=date)]), options())["value"][0]
    assert value != value
