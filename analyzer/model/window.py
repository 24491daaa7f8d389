"""Spans of time that figures are taken over, and how they are written: "12m", "90d", "2y", "all"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analyzer.errors import ConfigError

_SPAN = re.compile(r"([1-9][0-9]{0,3})([dwmy])", re.ASCII)
_DAYS_A_WEEK = 7
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time that ends `skip` months before the moment's end: (end - months - days, end]."""

    name: str
    """How people say it ("12 months")."""
    months: int = 0
    days: int = 0
    skip: int = 0
    """Whole months between the window's end and the moment's end."""


ALL_TIME = Window("all time")
TWELVE_MONTHS = Window("12 months", months=12)
PREVIOUS_TWELVE_MONTHS = Window("12 months before", months=12, skip=12)
THIRTY_DAYS = Window("30 days", days=30)
WINDOWS = {"all": ALL_TIME, "12m": TWELVE_MONTHS, "30d": THIRTY_DAYS}
"""Those of Open Hub, which reports have; `parse_window` reads any other."""


def parse_window(text: str) -> Window:
    """Return the window that is written as "all" or as a number (1 to 9999) of days, weeks, months or years.

    "90d", "6w", "6m" and "2y": months and years are those of the calendar. Raises ConfigError for anything else.
    """
    if text in WINDOWS:
        return WINDOWS[text]
    found = _SPAN.fullmatch(text)
    if found is None:
        hint = "write a number and d, w, m or y for days, weeks, months or years (90d, 6m, 2y), or all"
        raise ConfigError(f"there is no window {text!r}", hint=hint)
    number, unit = int(found[1]), found[2]
    name = f"{number} {_UNITS[unit]}{'' if number == 1 else 's'}"
    if unit in "dw":
        return Window(name, days=number * (_DAYS_A_WEEK if unit == "w" else 1))
    return Window(name, months=number * (_MONTHS_A_YEAR if unit == "y" else 1))


_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
