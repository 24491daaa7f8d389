"""Commits of one year against those of the year before."""

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
    assert trend(recent, before) == {"value": value, "recent": recent, "before": before, "label": label}


def test_without_a_year_before_there_is_a_word_but_no_percentage():
    told = trend(3, 0)
    assert told["value"] != told["value"]
    assert told["label"] == "Increasing"


def test_without_commits_in_two_years_there_is_no_activity():
    assert trend(0, 0)["label"] == "No activity"
