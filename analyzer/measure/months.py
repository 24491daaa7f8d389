"""The calendar months of UTC, by number: what the state at the end of each month needs of `periods`."""

from __future__ import annotations

import numpy as np

from analyzer.measure import periods


def month_number(seconds: int) -> int:
    """Return the month of one time, counted from January 1970 in UTC."""
    return periods.number_of(seconds, "month")


def month_names(first: int, length: int) -> list[str]:
    """Return "2020-07", "2020-08", ... for `length` months from number `first`."""
    return periods.names(np.arange(first, first + length, dtype=np.int64), "month")
