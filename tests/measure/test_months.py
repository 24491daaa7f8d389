"""Events in calendar months."""

import numpy as np
import pytest

from analyzer.measure.months import in_months, month_names, month_number, month_numbers
from analyzer.model.metric import ALL_TIME, THIRTY_DAYS
from tests.build import at

END = at("2020-07-15")


def times(*dates):
    return np.array([at(date) for date in dates], dtype=np.int64)


def test_months_turn_at_midnight_in_utc():
    numbers = month_numbers(times("2020-06-30 23:59:59", "2020-07-01 00:00:00"))
    assert list(numbers) == [month_number(at("2020-06-15")), month_number(at("2020-07-15"))]


def test_months_have_names():
    assert month_names(month_number(at("2019-12-01")), 3) == ["2019-12", "2020-01", "2020-02"]


def test_a_series_runs_from_the_first_event_to_the_end():
    months = in_months(times("2020-07-01", "2020-05-31", "2020-05-01"), ALL_TIME, END)
    assert months.names == ["2020-05", "2020-06", "2020-07"]
    assert list(months.counts()) == [2, 0, 1]
    assert list(months.sums(np.array([1, 10, 100]))) == [110, 0, 1]


def test_codes_count_once_a_month():
    months = in_months(times("2020-06-01", "2020-06-02", "2020-06-03", "2020-07-01"), ALL_TIME, END)
    assert list(months.distinct(np.array([7, 7, 0, 7]))) == [2, 1]


@pytest.mark.parametrize("absurd", ["1969-01-01", "1970-01-01", "1970-01-01 23:59:59", "2020-07-16", "2106-01-01"])
def test_dates_that_cannot_be_true_are_in_no_month(absurd):
    months = in_months(times("2020-06-01", absurd), ALL_TIME, END)
    assert months.names == ["2020-06", "2020-07"]
    assert months.counts().sum() == 1
    assert months.sums(np.array([1, 1000])).sum() == 1
    assert months.distinct(np.array([0, 1])).sum() == 1


def test_the_oldest_date_that_is_believed_starts_the_series():
    assert in_months(times("1970-01-02"), ALL_TIME, END).names[0] == "1970-01"


def test_without_an_event_there_is_the_last_month():
    months = in_months(times(), ALL_TIME, END)
    assert (months.names, list(months.counts()), list(months.distinct(np.array([], dtype=np.int64)))) == (
        ["2020-07"],
        [0],
        [0],
    )


def test_a_window_has_the_months_that_it_touches():
    months = in_months(times("2020-01-01", "2020-06-16", "2020-06-14"), THIRTY_DAYS, END)
    assert months.names == ["2020-06", "2020-07"]
    assert list(months.counts()) == [1, 0]
