"""Events put into days, weeks, months, quarters or years of UTC, without gaps.

A series runs from the period of the first dated event to that of the end, and periods without an event are in it.
What is dated on 1 January 1970 or before (a clock that was never set) or after the end is in no period: such dates
would stretch the series over decades in which nothing happened. It still counts in figures over all time.
Weeks are those of ISO 8601: they begin on Monday, and the week of a year's first Thursday is its first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.errors import MeasureError
from analyzer.measure.windows import Mask, Times, bounds, inside, whole
from analyzer.model.metric import Window
from analyzer.model.trunk_time import EARLIEST

PERIODS = ("day", "week", "month", "quarter", "year")
"""The splits that are periods."""
MOST = 500_000
"""Longer series are refused: nobody reads them, and an end in the year 30000 must not take all memory."""

Dates = npt.NDArray[np.datetime64]
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_DAYS_OF = {"day": 1, "week": 7}
_MONDAY = 3
"""Days from the Monday of its week to 1 January 1970, a Thursday."""


def dated(times: Times, end: int) -> Mask:
    """Return which times can be true: after 1 January 1970 and not after the end."""
    mask: Mask = (times >= EARLIEST) & (times <= end)
    return mask


def numbers(times: Times, by: str) -> Times:
    """Return for each time (seconds since 1970) its period of the kind `by`, counted from that of 1 January 1970."""
    seconds = times.astype("datetime64[s]")
    if by in _MONTHS_OF:
        return seconds.astype("datetime64[M]").astype(np.int64) // _MONTHS_OF[by]
    days = seconds.astype("datetime64[D]").astype(np.int64)
    return (days + (_MONDAY if by == "week" else 0)) // _DAYS_OF[by]


def starts(periods: Times, by: str) -> Times:
    """Return the first second of each period, given by its number."""
    if by in _MONTHS_OF:
        dates = (periods * _MONTHS_OF[by]).astype("datetime64[M]")
    else:
        dates = (periods * _DAYS_OF[by] - (_MONDAY if by == "week" else 0)).astype("datetime64[D]")
    return dates.astype("datetime64[s]").astype(np.int64)


def names(periods: Times, by: str) -> list[str]:
    """Return "2020-07-01", "2020-W27", "2020-07", "2020-Q3" or "2020" for each period, given by its number."""
    return _NAMES[by](starts(periods, by).astype("datetime64[s]").astype("datetime64[D]"))


def _weeks(mondays: Dates) -> list[str]:
    thursdays = mondays + np.timedelta64(3, "D")
    years = thursdays.astype("datetime64[Y]")
    weeks = (thursdays - years.astype("datetime64[D]")).astype(np.int64) // 7 + 1
    return [f"{year}-W{week:02d}" for year, week in zip(years.astype(str).tolist(), weeks.tolist(), strict=True)]


def _quarters(first_days: Dates) -> list[str]:
    months = first_days.astype("datetime64[M]").astype(np.int64)
    years = first_days.astype("datetime64[Y]").astype(str).tolist()
    return [f"{year}-Q{month % 12 // 3 + 1}" for year, month in zip(years, months.tolist(), strict=True)]


def _as(unit: str) -> Callable[[Dates], list[str]]:
    return lambda dates: [str(text) for text in dates.astype(f"datetime64[{unit}]").astype(str)]


_NAMES: dict[str, Callable[[Dates], list[str]]] = {
    "day": _as("D"),
    "week": _weeks,
    "month": _as("M"),
    "quarter": _quarters,
    "year": _as("Y"),
}


@dataclass(frozen=True, slots=True)
class Periods:
    """Events in periods: which of them have one, and which one."""

    by: str
    """One of `PERIODS`."""
    first: int
    """Number of the first period."""
    length: int
    kept: Mask
    """For each event, whether it is in a period."""
    index: Times
    """For each kept event, its period, counted from the first."""
    after: int
    until: int
    """The window: it holds the times t with after < t <= until."""

    @property
    def names(self) -> list[str]:
        """The periods, in order."""
        return names(self._numbers, self.by)

    @property
    def ends(self) -> Times:
        """The last second of each period, or of the window where that ends earlier."""
        return np.minimum(starts(self._numbers + 1, self.by) - 1, self.until)

    @property
    def complete(self) -> Mask:
        """Whether the window holds the whole of each period: the last one is mostly cut off."""
        began = starts(self._numbers, self.by) > self.after
        complete: Mask = began & (starts(self._numbers + 1, self.by) - 1 <= self.until)
        return complete

    @property
    def _numbers(self) -> Times:
        return np.arange(self.first, self.first + self.length, dtype=np.int64)

    def counts(self) -> Times:
        """Return the number of events of each period."""
        return np.bincount(self.index, minlength=self.length).astype(np.int64)

    def sums(self, values: Times) -> Times:
        """Return the sum of the events' values (one for every event, kept or not) in each period."""
        totals = np.zeros(self.length, dtype=np.int64)
        np.add.at(totals, self.index, values[self.kept])
        return totals

    def distinct(self, codes: Times) -> Times:
        """Return the number of different codes (from 0; one for every event, kept or not) in each period."""
        width = int(codes.max(initial=0)) + 1
        pairs = pd.unique(self.index * width + codes[self.kept])
        return np.bincount(pairs // width, minlength=self.length).astype(np.int64)


def in_periods(times: Times, by: str, window: Window, end: int) -> Periods:
    """Put events at `times` (seconds since 1970) into the periods of the window, `by` one of `PERIODS`.

    Raises MeasureError where there would be more than `MOST` periods.
    """
    kept: Mask = inside(times, window, end) & dated(times, end)
    found = numbers(times[kept], by)
    after, until = (EARLIEST - 1, end) if whole(window) else bounds(window, end)
    last = number_of(until, by)
    first = int(found.min(initial=last)) if whole(window) else number_of(max(after + 1, 0), by)
    first = min(first, last)
    length = last - first + 1
    if length > MOST:
        raise MeasureError(f"there are too many {by}s from the first event to the end", hint="take a --window")
    if whole(window):
        after = int(starts(np.array([first], dtype=np.int64), by)[0]) - 1
    return Periods(by, first, length, kept, found - first, after, until)


def number_of(seconds: int, by: str) -> int:
    """Return the period of one time, counted from that of 1 January 1970."""
    return int(numbers(np.array([seconds], dtype=np.int64), by)[0])
