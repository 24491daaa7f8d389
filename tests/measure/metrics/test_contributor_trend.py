"""People of one year against those of the year before."""

import math

import pytest

from analyzer.measure.metrics.contributor_trend import contributor_trend, of_pairs
from tests.build import BOB, commit, facts, options

SAME_NAME = "Ada <ada@home.example>"
GROWN = facts(
    commits=[
        commit(1, on="2019-01-01"),
        commit(2, on="2020-01-01"),
        commit(3, on="2020-01-02"),
        commit(4, on="2020-01-03", by=BOB),
        commit(5, on="2020-01-04", by=SAME_NAME),
    ]
)


def test_people_count_once_in_each_year():
    told = contributor_trend.measure(GROWN, options(identity="openhub")).iloc[0].to_dict()
    assert (told["value"], told["recent"], told["before"], told["label"]) == (100.0, 2, 1, "Increasing")


def test_who_is_there_in_both_years_makes_the_interval_narrower():
    told = contributor_trend.measure(GROWN, options(identity="openhub")).iloc[0]
    # One person in both years, one in the recent year alone: 1 * (1/2 - 1)^2 + 1 * (1/2)^2. Of the recent months
    # one has two people and one has one, of those before one has one: a dispersion of (17 + 11) / 22.
    assert told["high"] == pytest.approx(100 * math.expm1(math.log(2) + 2.0739 * math.sqrt(28 / 22 * 0.5)))
    assert of_pairs({1, 2}, {1, 2}) == 0
    assert of_pairs({1, 2}, {3, 4}) == 1


def test_the_rule_for_people_matters():
    assert contributor_trend.measure(GROWN, options(identity="raw"))["value"][0] == 200.0
