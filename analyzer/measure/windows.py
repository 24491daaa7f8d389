"""Spans of time that end at the moment, on calendar months in UTC."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analyzer.model.calendar import months_before
from analyzer.model.metric import Window

Times = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_SECONDS_A_DAY = 86_400


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
