"""People who left."""

import pytest

from analyzer.measure.metrics.lost import lost
from analyzer.model.metric import TWELVE_MONTHS, Window
from tests.build import BOB, commit, facts, options


def of(*dates):
    return facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])


@pytest.mark.parametrize(
    ("dates", "value"),
    [
        (["2019-07-01"], 1),
        (["2019-07-01 00:00:01"], 0),
        (["2018-07-01 00:00:01"], 1),
        (["2018-07-01"], 0),
        (["2019-06-01", "2020-06-01"], 0),
    ],
)
def test_over_twelve_months_it_is_who_was_active_in_the_twelve_before_and_not_since(dates, value):
    assert lost.measure(of(*dates), options(window=TWELVE_MONTHS))["value"][0] == value


def test_over_all_time_it_is_who_is_gone_now():
    made = facts(commits=[commit(1, on="2010-01-01"), commit(2, on="2015-01-01"), commit(3, by=BOB, on="2020-01-01")])
    assert lost.measure(made, options())["value"][0] == 1


def test_a_year_has_lost_who_was_active_in_the_year_before():
    made = of("2015-12-31", "2017-01-01", "2018-06-01")
    measured = lost.measure(made, options(by="year")).set_index("year")
    assert measured["value"].to_dict() == {"2015": 0, "2016": 1, "2017": 0, "2018": 0, "2019": 1, "2020": 0}


def test_a_month_takes_the_day_on_which_the_twelve_months_are_over():
    measured = lost.measure(of("2019-05-20"), options(by="month")).set_index("month")["value"]
    assert (measured.loc["2020-05"], measured.sum()) == (1, 1)


def test_a_window_of_two_years_holds_who_left_in_either():
    assert lost.measure(of("2018-01-01"), options(window=Window("2 years", months=24)))["value"][0] == 1
    assert lost.measure(of("2017-06-30"), options(window=Window("2 years", months=24)))["value"][0] == 0
