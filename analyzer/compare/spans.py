"""Spans of time in words."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model import wording
from analyzer.model.claim import Interval

NAMED = 3
"""So many spans are named one by one."""


def told_spans(intervals: Sequence[Interval], subject: str = "It held") -> str:
    """Return "It held from 3 July 2020 to 9 August 2021 and since 4 May 2024."; of many, from when to when."""
    if not intervals:
        return f"{subject} at no time."
    if len(intervals) <= NAMED:
        return f"{subject} {wording.listed([told(one) for one in intervals])}."
    last = intervals[-1]
    longest = max((one for one in intervals if one.end is not None), key=lambda one: (one.end or 0) - one.start)
    until = "now" if last.end is None else wording.day(last.end)
    which, still = ("", "") if last.end else (" that ended", f", the open one began on {wording.day(last.start)}")
    return (
        f"{subject} in {wording.count(len(intervals))} spans, from {wording.day(intervals[0].start)} to {until}; "
        f"the longest{which} was {told(longest)}{still}."
    )


def told(interval: Interval) -> str:
    """Return "from 3 July 2020 to 9 August 2021", "on 3 July 2020" or "since 3 July 2020"."""
    start = wording.day(interval.start)
    if interval.end is None:
        return f"since {start}"
    end = wording.day(interval.end)
    return f"on {start}" if start == end else f"from {start} to {end}"
