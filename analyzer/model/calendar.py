"""Reckoning with calendar months in UTC."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime

from analyzer.model.wording import moment

_BEGINNING = -(2**63)


def months_before(seconds: int, months: int) -> int:
    """Return the same time of day `months` calendar months earlier, on the month's last day if it is shorter.

    31 March less one month is 28 or 29 February. Before the year 1 there is only the beginning of time.
    """
    if not months:
        return seconds
    date = moment(seconds)
    year, month = divmod(date.year * 12 + date.month - 1 - months, 12)
    if year < 1:
        return _BEGINNING
    day = min(date.day, calendar.monthrange(year, month + 1)[1])
    return int(date.replace(year=year, month=month + 1, day=day).timestamp())


def is_open(month: int, end: int) -> bool:
    """Whether the month that starts at `month` is not over at `end`."""
    start = moment(month)
    following = datetime(start.year + start.month // 12, start.month % 12 + 1, 1, tzinfo=UTC)
    return end < int(following.timestamp())
