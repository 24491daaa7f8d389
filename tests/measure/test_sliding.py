"""A window that slides along months and years."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analyzer.measure.sliding import sliding
from analyzer.model.metric import ALL_TIME, THIRTY_DAYS, Window
from tests.build import at


def counts(by: str, *dates: str, end: str = "2020-07-01", window: Window = ALL_TIME) -> pd.DataFrame:
    times = np.array([at(date) for date in dates], dtype=np.int64)
    return sliding(by, times, window, at(end), lambda places: {"value": len(places), "sum": int(places.sum())})


def test_a_year_holds_what_happened_in_it() -> None:
    table = counts("year", "2018-01-01", "2018-12-31 23:59:59", "2019-01-01", "2020-02-01", end="2020-12-31 23:59:59")
    assert table.to_dict("list") == {"year": ["2018", "2019", "2020"], "value": [2, 1, 1], "sum": [1, 2, 3]}


def test_the_last_window_ends_with_the_end() -> None:
    table = counts("year", "2019-06-30", "2019-07-02", "2020-06-30", "2020-08-01")
    assert list(table["value"]) == [2, 2]


def test_a_month_holds_the_twelve_months_that_end_with_it() -> None:
    table = counts("month", "2019-03-31", "2020-03-01", end="2020-04-30")
    assert list(table["month"]) == [f"2019-{month:02}" for month in range(3, 13)] + [
        "2020-01",
        "2020-02",
        "2020-03",
        "2020-04",
    ]
    assert list(table["value"]) == [1] * 12 + [1, 1]


def test_another_window_slides_too() -> None:
    table = counts("month", "2020-01-30", "2020-03-15", end="2020-04-30", window=THIRTY_DAYS)
    assert list(table["value"]) == [1, 0, 1, 0]


@pytest.mark.parametrize("by", ["month", "year"])
def test_what_has_no_date_is_in_no_window(by: str) -> None:
    table = counts(by, "1970-01-01", "2020-06-01", "2100-01-01")
    assert (len(table), table["value"].iloc[0]) == (2 if by == "month" else 1, 1)


def test_nothing_is_one_window_with_nothing_in_it() -> None:
    assert counts("year").to_dict("list") == {"year": ["2020"], "value": [0], "sum": [0]}
