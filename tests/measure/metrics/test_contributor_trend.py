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


def test_by_age_each_year_is_set_against_the_one_before_as_far_as_there_is_one():
    many = [f"{name} <{name.lower()}@example.org>" for name in ("Ada", "Bob", "Cyd", "Dan")]
    made = facts(
        commits=[
            *(commit(number, on="2020-06-01", by=who) for number, who in enumerate(many[:3], 1)),
            *(commit(number, on="2019-06-01", by=who) for number, who in enumerate(many[:2], 4)),
            *(commit(number, on="2018-06-01", by=who) for number, who in enumerate(many, 6)),
        ],
        end="2020-07-01",
    )
    told = contributor_trend.measure(made, options(by="age"))
    assert told["age"].tolist() == ["0", "1"]
    assert told["value"].tolist() == [50.0, -50.0]
    assert list(zip(told["recent"], told["before"], strict=True)) == [(3, 2), (2, 4)]
    assert (told["low"] < told["value"]).all()
    assert (told["value"] < told["high"]).all()
    today = contributor_trend.measure(made, options()).iloc[0]
    assert (today["value"], today["low"], today["high"]) == tuple(told.loc[0, ["value", "low", "high"]])
