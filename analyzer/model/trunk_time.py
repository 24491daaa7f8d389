"""When the trunk was in which state, whatever the dates of its commits say."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Times = npt.NDArray[np.int64]

EARLIEST = 86_400
"""The first second that is believed to be a date: 2 January 1970."""
_NEVER = np.iinfo(np.int64).max


def since(times: Times, end: int) -> Times:
    """Return from when each of the trunk's commits, in its order, counts; not later than `end`.

    The state at a date is that of the newest trunk commit dated not later, whatever the dates of those before it, as
    `git rev-list --first-parent --before` has it. So a change counts from the earliest date that is found at its
    commit or later on the trunk. Dates that cannot be true are passed over.
    """
    believed = np.where(times >= EARLIEST, times, _NEVER)
    found: Times = np.minimum(np.minimum.accumulate(believed[::-1])[::-1], end)
    return found


def month_numbers(times: Times) -> Times:
    """Return for each time (seconds since 1970) its month, counted from January 1970 in UTC."""
    return times.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
