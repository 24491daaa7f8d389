"""People of one year against those of the year before."""

from analyzer.measure.metrics.contributor_trend import contributor_trend
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
    assert told == {"value": 100.0, "recent": 2, "before": 1, "label": "Increasing"}


def test_the_rule_for_people_matters():
    assert contributor_trend.measure(GROWN, options(identity="raw"))["value"][0] == 200.0
