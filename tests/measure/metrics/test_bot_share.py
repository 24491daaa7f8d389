"""The share of commits by programs."""

import math

import pytest

from analyzer.measure.metrics.bot_share import bot_share
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from analyzer.model.people import People
from tests.build import commit, facts, options

BOT = "renovate <renovate@example.org>"
KNOWN = facts(
    commits=[
        commit(1, on="2019-03-01"),
        commit(2, on="2020-03-01", by=BOT),
        commit(3, on="2020-04-01", parents=2),
        commit(4, on="2020-04-02", by="pre-commit-ci[bot] <66853113+pre-commit-ci[bot]@users.noreply.github.com>"),
    ]
)


@pytest.mark.parametrize(
    ("chosen", "value", "bots", "commits"),
    [
        ({}, 50, 2, 4),
        ({"window": TWELVE_MONTHS}, 200 / 3, 2, 3),
        ({"merges": False}, 200 / 3, 2, 3),
        ({"people": People(bots=("renovate",))}, 25, 1, 4),
        ({"people": People(bots=("*",), assistants=())}, 100, 4, 4),
    ],
)
def test_programs_are_a_share_of_the_commits(chosen, value, bots, commits):
    row = bot_share.measure(KNOWN, options(**chosen)).iloc[0]
    assert (row["value"], row["bots"], row["commits"]) == (pytest.approx(value), bots, commits)


def test_where_there_is_no_commit_there_is_no_share():
    assert math.isnan(bot_share.measure(KNOWN, options(window=THIRTY_DAYS))["value"][0])


def test_months_are_put_together_to_quarters_and_years():
    years = bot_share.measure(KNOWN, options(by="year"))
    assert years.to_dict("records") == [
        {"year": "2019", "value": 0, "bots": 0, "commits": 1, "complete": True},
        {"year": "2020", "value": pytest.approx(200 / 3), "bots": 2, "commits": 3, "complete": False},
    ]
    quarters = bot_share.measure(KNOWN, options(by="quarter")).set_index("quarter")
    assert list(quarters.index) == ["2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3"]
    assert math.isnan(quarters.loc["2019-Q2", "value"])
    assert quarters.loc["2020-Q2", "value"] == 50
    assert bot_share.measure(KNOWN, options(by="month"))["bots"].sum() == 2
