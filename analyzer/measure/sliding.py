"""One figure over a window that slides along: at the end of each month or year."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from analyzer.measure.months import month_names, month_number
from analyzer.measure.periods import dated
from analyzer.measure.windows import Times, bounds, whole
from analyzer.model.metric import TWELVE_MONTHS, Window
from analyzer.model.trunk_time import EARLIEST

Figures = Callable[[Times], dict[str, float]]
"""From the places of the events in one window to the value and its parts."""

SLIDING = ("month", "year")
"""The splits that are made here."""
_MONTHS = {"month": 1, "year": 12}
_LENGTHS = {"month": len("2020-07"), "year": len("2020")}


def sliding(by: str, times: Times, window: Window, end: int, figures: Figures) -> pd.DataFrame:
    """Return a row for each month ("2020-07") or year ("2020") from the first dated event to the end.

    `times` are those of the events, seconds since 1970. Each row is of the window that ends with the month or year, or
    at `end` within the last; the window is of 12 months where all time was asked for.
    """
    span = TWELVE_MONTHS if whole(window) else window
    names, untils = _ends(by, times, end)
    order = np.argsort(times, kind="stable")
    order = order[times[order] >= EARLIEST]
    edges = np.array([bounds(span, until) for until in untils], dtype=np.int64)
    starts, stops = np.searchsorted(times[order], edges, side="right").T
    # A clock far ahead may leave thousands of years without an event.
    nothing = figures(order[:0])
    rows = [
        figures(np.sort(order[start:stop])) if start < stop else nothing
        for start, stop in zip(starts, stops, strict=True)
    ]
    return pd.concat([pd.DataFrame({by: pd.Series(names, dtype="str")}), pd.DataFrame(rows)], axis="columns")


def _ends(by: str, times: Times, end: int) -> tuple[list[str], list[int]]:
    step = _MONTHS[by]
    last = month_number(end) // step
    known = times[dated(times, end)]
    first = month_number(int(known.min())) // step if len(known) else last
    starts = np.arange(first + 1, last + 2) * step
    untils = starts.astype("datetime64[M]").astype("datetime64[s]").astype(np.int64) - 1
    names = [month_names(number * step, 1)[0][: _LENGTHS[by]] for number in range(first, last + 1)]
    return names, np.minimum(untils, end).tolist()
