"""Events in days, weeks, months, quarters and years."""

from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import MeasureError
from analyzer.measure.periods import PERIODS, in_periods, names, number_of, numbers, starts
from analyzer.model.metric import ALL_TIME, THIRTY_DAYS, TWELVE_MONTHS
from analyzer.model.trunk_time import EARLIEST
from tests.build import at

END = at("2020-07-15")
SECONDS = st.integers(EARLIEST, at("2200-01-01"))


def times(*dates):
    return np.array([at(date) for date in dates], dtype=np.int64)


def put(*dates, by="month", window=ALL_TIME, end=END):
    return in_periods(times(*dates), by, window, end)


@pytest.mark.parametrize(
    ("by", "before", "after"),
    [
        ("day", "2020-07-15 23:59:59", "2020-07-16 00:00:00"),
        ("week", "2020-07-19 23:59:59", "2020-07-20 00:00:00"),
        ("month", "2020-06-30 23:59:59", "2020-07-01 00:00:00"),
        ("quarter", "2020-06-30 23:59:59", "2020-07-01 00:00:00"),
        ("year", "2019-12-31 23:59:59", "2020-01-01 00:00:00"),
    ],
)
def test_periods_turn_at_midnight_in_utc(by, before, after):
    first, second = numbers(times(before, after), by)
    assert second == first + 1


@pytest.mark.parametrize(
    ("by", "named"),
    [("day", "2020-12-31"), ("week", "2020-W53"), ("month", "2020-12"), ("quarter", "2020-Q4"), ("year", "2020")],
)
def test_periods_have_names(by, named):
    assert names(numbers(times("2020-12-31"), by), by) == [named]


@pytest.mark.parametrize(
    ("day", "week"), [("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2018-12-31", "2019-W01")]
)
def test_a_week_belongs_to_the_year_of_its_thursday(day, week):
    assert names(numbers(times(day), "week"), "week") == [week]


@given(SECONDS)
def test_names_are_those_of_the_calendar_and_starts_are_where_periods_start(second):
    day = datetime.fromtimestamp(second, UTC).date()
    year, week, _ = day.isocalendar()
    quarter = (day.month - 1) // 3 + 1
    expected = [str(day), f"{year}-W{week:02d}", f"{day:%Y-%m}", f"{day.year}-Q{quarter}", str(day.year)]
    one = np.array([second], dtype=np.int64)
    assert [names(numbers(one, by), by)[0] for by in PERIODS] == expected
    for by in PERIODS:
        start = int(starts(numbers(one, by), by)[0])
        assert start <= second < int(starts(numbers(one, by) + 1, by)[0])
        assert number_of(start, by) == number_of(start - 1, by) + 1


@given(st.lists(st.integers(at("2018-01-01"), END), max_size=30), st.sampled_from(PERIODS))
def test_every_event_is_in_one_period(some, by):
    periods = in_periods(np.array(some, dtype=np.int64), by, ALL_TIME, END)
    assert len(periods.names) == periods.length == len(set(periods.names))
    assert periods.counts().sum() == len(some)
    assert periods.names == sorted(periods.names)


def test_a_series_runs_from_the_first_event_to_the_end():
    months = put("2020-07-01", "2020-05-31", "2020-05-01")
    assert months.names == ["2020-05", "2020-06", "2020-07"]
    assert list(months.counts()) == [2, 0, 1]
    assert list(months.sums(np.array([1, 10, 100]))) == [110, 0, 1]


def test_codes_count_once_a_period():
    months = put("2020-06-01", "2020-06-02", "2020-06-03", "2020-07-01")
    assert list(months.distinct(np.array([7, 7, 0, 7]))) == [2, 1]
    assert list(put("2020-06-01", "2020-07-01", by="quarter").distinct(np.array([3, 3]))) == [1, 1]
    assert list(put("2020-06-01", "2020-07-01", by="year").distinct(np.array([3, 3]))) == [1]


@pytest.mark.parametrize("absurd", ["1969-01-01", "1970-01-01", "1970-01-01 23:59:59", "2020-07-16", "2106-01-01"])
def test_dates_that_cannot_be_true_are_in_no_period(absurd):
    months = put("2020-06-01", absurd)
    assert months.names == ["2020-06", "2020-07"]
    assert months.counts().sum() == 1
    assert months.sums(np.array([1, 1000])).sum() == 1
    assert months.distinct(np.array([0, 1])).sum() == 1


def test_the_oldest_date_that_is_believed_starts_the_series():
    assert put("1970-01-02").names[0] == "1970-01"


def test_without_an_event_there_is_the_last_period():
    months = put()
    assert (months.names, list(months.counts()), list(months.distinct(np.array([], dtype=np.int64)))) == (
        ["2020-07"],
        [0],
        [0],
    )


def test_a_window_has_the_periods_that_it_touches():
    months = put("2020-01-01", "2020-06-16", "2020-06-14", window=THIRTY_DAYS)
    assert months.names == ["2020-06", "2020-07"]
    assert list(months.counts()) == [1, 0]
    assert list(months.complete) == [False, False]


def test_the_period_that_the_end_cuts_off_is_not_complete():
    assert list(put("2020-05-31").complete) == [True, True, False]
    assert list(put("2020-05-31", end=at("2020-07-31 23:59:59")).complete) == [True, True, True]
    assert list(put("2020-05-31", end=at("2020-07-31 23:59:58")).complete) == [True, True, False]
    assert list(put("2019-08-01", by="quarter", window=TWELVE_MONTHS).complete) == [False, True, True, True, False]


def test_a_period_ends_with_its_last_second_or_with_the_window():
    assert list(put("2020-06-30").ends) == [at("2020-06-30 23:59:59"), END]


def test_an_end_in_the_far_future_is_refused_rather_than_drawn():
    with pytest.raises(MeasureError, match="too many days"):
        in_periods(times("2020-01-01"), "day", ALL_TIME, 2**40)


def test_an_end_before_the_beginning_of_time_has_one_period():
    assert in_periods(times("2020-01-01"), "month", TWELVE_MONTHS, at("1950-01-01")).length == 1


def test_iso_weeks_agree_with_the_standard_library_over_fifty_years():
    days = np.arange(EARLIEST, at("2022-01-01"), 86_400)
    weeks = names(numbers(days, "week"), "week")
    expected = [date.fromordinal(719_163 + int(day) // 86_400).isocalendar() for day in days]
    assert weeks == [f"{year}-W{week:02d}" for year, week, _ in expected]
