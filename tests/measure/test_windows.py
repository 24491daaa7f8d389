"""Windows on calendar months."""

import numpy as np
import pytest

from analyzer.measure.windows import bounds, inside, months_before, whole
from analyzer.model.metric import (
    ALL_TIME,
    PREVIOUS_TWELVE_MONTHS,
    THIRTY_DAYS,
    TWELVE_MONTHS,
    Window,
)
from tests.build import at

END = at("2020-07-01 12:00:00")


@pytest.mark.parametrize(
    ("date", "months", "before"),
    [
        ("2020-07-01", 12, "2019-07-01"),
        ("2020-03-31", 1, "2020-02-29"),
        ("2021-03-31", 1, "2021-02-28"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2024-02-29", 48, "2020-02-29"),
        ("2020-01-15", 1, "2019-12-15"),
        ("2020-07-01", 0, "2020-07-01"),
        ("1970-01-01", 1, "1969-12-01"),
    ],
)
def test_months_before_keep_the_day_where_the_month_has_it(date, months, before):
    assert months_before(at(date), months) == at(before)


def test_before_the_first_year_is_the_beginning_of_time():
    assert months_before(at("0001-06-01"), 12) < at("0001-01-01")


@pytest.mark.parametrize(
    ("window", "after", "until"),
    [
        (TWELVE_MONTHS, "2019-07-01 12:00:00", "2020-07-01 12:00:00"),
        (PREVIOUS_TWELVE_MONTHS, "2018-07-01 12:00:00", "2019-07-01 12:00:00"),
        (THIRTY_DAYS, "2020-06-01 12:00:00", "2020-07-01 12:00:00"),
    ],
)
def test_a_window_excludes_its_beginning_and_includes_its_end(window, after, until):
    assert bounds(window, END) == (at(after), at(until))
    times = np.array([at(after), at(after) + 1, at(until), at(until) + 1])
    assert list(inside(times, window, END)) == [False, True, True, False]


def test_years_that_follow_each_other_neither_overlap_nor_leave_a_gap():
    end = at("2024-02-29")
    assert bounds(PREVIOUS_TWELVE_MONTHS, end)[1] == bounds(TWELVE_MONTHS, end)[0]


def test_all_time_holds_every_time():
    assert list(inside(np.array([-(2**62), 2**62]), ALL_TIME, END)) == [True, True]
    assert whole(ALL_TIME)
    assert not whole(Window("1 month", months=1))
