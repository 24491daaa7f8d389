"""Levels of commits a month."""

from analyzer.measure.metrics.levels import levels
from tests.build import commit, facts, options


def of(*counts):
    """Return commits of so many in each month from January 2016."""
    dates = [
        f"{2016 + place // 12}-{place % 12 + 1:02d}-10" for place, count in enumerate(counts) for _ in range(count)
    ]
    return facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])


STEP = [20, 22, 18, 21, 19, 20] * 4 + [4, 5, 6, 5, 4, 6] * 5


def test_the_level_is_the_mean_since_the_last_change():
    told = levels.measure(of(*STEP), options()).iloc[0].to_dict()
    assert told == {"value": 5.0, "before": 20.0, "changes": 1}


def test_each_level_begins_with_a_month():
    assert levels.measure(of(*STEP), options(by="level")).to_dict("records") == [
        {"month": "2016-01", "value": 20.0, "months": 24},
        {"month": "2018-01", "value": 5.0, "months": 30},
    ]


def test_the_month_that_is_not_over_counts_in_no_level():
    assert levels.measure(of(*STEP, 1000), options())["value"][0] == 5.0


def test_a_history_of_one_unfinished_month_has_no_level():
    made = facts(commits=[commit(1, on="2020-07-01")])
    assert levels.measure(made, options())["value"].isna().all()
    assert len(levels.measure(made, options(by="level"))) == 0
