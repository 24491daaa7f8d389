"""Spans of time that end at the moment, on calendar months in UTC."""

from __future__ import annotations

import calendar

import numpy as np
import numpy.typing as npt

from analyzer.model.metric import Window
from analyzer.model.wording import moment

Times = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_BEGINNING = np.iinfo(np.int64).min
_SECONDS_A_DAY = 86_400


def months_before(seconds: int, months: int) -> int:
    """Return the same time of day `months` calendar months earlier, on the month's last day if it is shorter.

    31 March less one month is 28 or 29 February. Before the year 1 there is only the beginning of time.
    """
    if not months:
        return seconds
    date = moment(seconds)
    year, month = divmod(date.year * 12 + date.month - 1 - months, 12)
    if year < 1:
        return int(_BEGINNING)
    day = min(date.day, calendar.monthrange(year, month + 1)[1])
    return int(date.replace(year=year, month=month + 1, day=day).timestamp())


def bounds(window: Window, end: int) -> tuple[int, int]:
    """Return (after, until) of a window that is not all time: it holds the times t with after < t <= until."""
    after = months_before(end, window.skip + window.months) - window.days * _SECONDS_A_DAY
    return after, months_before(end, window.skip)


def whole(window: Window) -> bool:
    """Tell whether the window is all time: then it holds even what is dated after the end."""
    return not (window.months or window.days or window.skip)


def inside(times: Times, window: Window, end: int) -> Mask:
    """Return which of the times (seconds since 1970) lie in the window."""
    if whole(window):
        return np.ones(len(times), dtype=np.bool_)
    after, until = bounds(window, end)
    mask: Mask = (times > after) & (times <= until)
    return mask
