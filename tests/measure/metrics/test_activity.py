"""Whether a project is alive."""

import pytest

from analyzer.measure.metrics.activity import activity
from tests.build import BOB, commit, facts, options


@pytest.mark.parametrize(
    ("commits", "level", "team"),
    [
        ([commit(1, on="2019-07-02")], "New", "Only a single active developer"),
        ([commit(1, on="2010-01-01"), commit(2, on="2018-06-30")], "Inactive", "No recent development activity"),
        ([commit(1, on="2010-01-01"), commit(2, on="2018-07-01")], "Very Low", "No recent development activity"),
        ([commit(1, on="2019-07-01"), commit(2, on="2020-01-01")], "Very Low", "Only a single active developer"),
        (
            [commit(1, on="2010-01-01"), commit(2, on="2020-01-01"), commit(3, by=BOB, on="2020-01-02")],
            "Active",
            "Small development team",
        ),
    ],
)
def test_the_published_rules_decide(commits, level, team):
    row = activity.measure(facts(commits=commits), options()).iloc[0]
    assert (row["value"], row["label"]) == (level, team)


def test_without_a_date_that_can_be_true_it_cannot_be_told():
    assert activity.measure(facts(commits=[commit(1, on=0)]), options())["value"][0] is None


def test_the_explanation_says_that_the_middle_levels_are_closed():
    assert "a score whose formula is closed" in activity.chapter("How it is counted")
