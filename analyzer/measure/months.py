"""Events put into the calendar months of UTC, without gaps.

A series runs from the month of the first dated event to the month of the end, and months without an event are in it.
What is dated on 1 January 1970 or before (a clock that was never set) or after the end is in no month: such dates
would stretch the series over decades in which nothing happened. It still counts in figures over all time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.measure.windows import Mask, Times, bounds, inside, whole
from analyzer.model.metric import Window
from analyzer.model.trunk_time import EARLIEST, month_numbers


def dated(times: Times, end: int) -> Mask:
    """Return which times can be true: after 1 January 1970 and not after the end."""
    mask: Mask = (times >= EARLIEST) & (times <= end)
    return mask


def month_number(seconds: int) -> int:
    """Return the month of one time, counted from January 1970 in UTC."""
    return int(month_numbers(np.array([seconds], dtype=np.int64))[0])


def month_names(first: int, length: int) -> list[str]:
    """Return "2020-07", "2020-08", ... for `length` months from number `first`."""
    return [f"{1970 + number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, first + length)]


@dataclass(frozen=True, slots=True)
class Months:
    """Events in months: which of them have a month, and which one."""

    first: int
    """Number of the first month."""
    length: int
    kept: Mask
    """For each event, whether it is in a month."""
    index: Times
    """For each kept event, its month, counted from the first."""

    @property
    def names(self) -> list[str]:
        """The months ("2020-07"), in order."""
        return month_names(self.first, self.length)

    def counts(self) -> Times:
        """Return the number of events of each month."""
        return np.bincount(self.index, minlength=self.length).astype(np.int64)

    def sums(self, values: Times) -> Times:
        """Return the sum of the events' values (one for every event, kept or not) in each month."""
        totals = np.zeros(self.length, dtype=np.int64)
        np.add.at(totals, self.index, values[self.kept])
        return totals

    def distinct(self, codes: Times) -> Times:
        """Return the number of different codes (from 0; one for every event, kept or not) in each month."""
        width = int(codes.max(initial=0)) + 1
        pairs = pd.unique(self.index * width + codes[self.kept])
        return np.bincount(pairs // width, minlength=self.length).astype(np.int64)


def in_months(times: Times, window: Window, end: int) -> Months:
    """Put events at `times` (seconds since 1970) into the months of the window."""
    kept: Mask = inside(times, window, end) & dated(times, end)
    numbers = month_numbers(times[kept])
    if whole(window):
        last = month_number(end)
        first = int(numbers.min(initial=last))
    else:
        after, until = bounds(window, end)
        first, last = month_number(max(after + 1, 0)), month_number(until)
    return Months(first=first, length=last - first + 1, kept=kept, index=numbers - first)
