"""Times without a commit."""

import pytest

from analyzer.measure.metrics.gaps import SHOWN, gaps
from tests.build import commit, facts, options


def of(*dates):
    return facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])


def test_the_longest_span_and_the_open_one_are_told():
    told = gaps.measure(of("2020-01-01", "2020-06-29 12:00:00", "2020-01-31"), options()).iloc[0].to_dict()
    assert told == {"value": 150.5, "open": 1.5}


def test_gaps_are_listed_with_their_days_the_longest_first():
    measured = gaps.measure(of("2020-01-01", "2020-01-03", "2020-01-04"), options(by="gap"))
    assert measured.to_dict("records") == [
        {"gap": "4 January 2020 to 1 July 2020", "value": 179, "ended": False},
        {"gap": "1 January 2020 to 3 January 2020", "value": 2, "ended": True},
        {"gap": "3 January 2020 to 4 January 2020", "value": 1, "ended": True},
    ]


def test_ten_are_listed():
    assert len(gaps.measure(of(*(f"2020-03-{day:02d}" for day in range(1, 20))), options(by="gap"))) == SHOWN


@pytest.mark.parametrize("absurd", [0, 2**40])
def test_dates_that_cannot_be_true_make_no_gap(absurd):
    assert gaps.measure(of("2020-06-01", absurd), options())["value"][0] == 30
    assert gaps.measure(of(absurd), options())["value"].isna().all()
