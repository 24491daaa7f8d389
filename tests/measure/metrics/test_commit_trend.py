"""Commits of one year against those of the year before."""

import math

import pytest

from analyzer.measure.metrics.commit_trend import commit_trend
from tests.build import commit, facts, options


def trend(recent, before):
    dates = ["2020-06-01"] * recent + ["2019-06-01"] * before + ["2010-01-01"]
    made = facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])
    return commit_trend.measure(made, options()).iloc[0].to_dict()


@pytest.mark.parametrize(
    ("recent", "before", "value", "label"),
    [
        (5, 4, 25.0, "Increasing"),
        (124, 100, 24.0, "Stable"),
        (4, 4, 0.0, "Stable"),
        (76, 100, -24.0, "Stable"),
        (3, 4, -25.0, "Decreasing"),
        (0, 4, -100.0, "No activity"),
    ],
)
def test_a_quarter_more_or_fewer_has_a_name(recent, before, value, label):
    told = trend(recent, before)
    expected = {"value": value, "recent": recent, "before": before, "label": label}
    assert {name: told[name] for name in expected} == expected


def test_the_interval_is_that_of_independent_commits_where_months_are_steady():
    dates = [f"{year}-{month:02d}-20" for year in (2018, 2019) for month in range(1, 13)]
    made = facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)], end="2020-01-01")
    told = commit_trend.measure(made, options()).iloc[0]
    width = 2.0739 * math.sqrt(2 / 12)
    assert (told["low"], told["high"]) == pytest.approx((100 * math.expm1(-width), 100 * math.expm1(width)))
    assert told["note"] == "95 % interval: −57.1 % to +133.2 %."


def test_bursts_make_the_interval_wider():
    dates = [f"{year}-{month:02d}-10" for year in (2019, 2020) for month in range(1, 7)] * 4
    spread = facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])
    assert commit_trend.measure(spread, options()).iloc[0]["high"] < trend(24, 24)["high"]


def test_without_a_year_before_there_is_a_word_but_no_percentage():
    told = trend(3, 0)
    assert told["value"] != told["value"]
    assert told["label"] == "Increasing"


def test_without_commits_in_two_years_there_is_no_activity():
    assert trend(0, 0)["label"] == "No activity"


def test_by_age_each_year_is_set_against_the_one_before_as_far_as_there_is_one():
    dates = ["2020-06-01"] * 6 + ["2019-06-01"] * 4 + ["2018-06-01"] * 8
    made = facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)], end="2020-07-01")
    told = commit_trend.measure(made, options(by="age"))
    assert told["age"].tolist() == ["0", "1"]
    assert told["value"].tolist() == [50.0, -50.0]
    assert (told["low"] < told["value"]).all()
    assert (told["value"] < told["high"]).all()
