"""A value over time that stays as it is until a commit changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.model.claim import Interval, Sighting

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Values in the order of the trunk; arrays of one length."""

    times: Times
    """Seconds since 1970 in UTC, never falling."""
    values: Floats
    shas: tuple[str, ...]
    parts: Mapping[str, Floats] = field(default_factory=dict)

    @classmethod
    def from_frame(cls, frame: pd.DataFrame) -> Self:
        """Return the steps of a metric's table by commit: `sha`, `time`, `value`, then parts; oldest first.

        Committer times may fall along the trunk. A commit counts from the earliest time at or after it in the
        order of the trunk, so that the value at a date is that of the commit which `git rev-list -1
        --first-parent --before` names.
        """
        times = frame["time"].to_numpy(np.int64)
        effective = np.minimum.accumulate(times[::-1])[::-1]
        parts = {name: frame[name].to_numpy(np.float64) for name in frame.columns if name not in _KEYS}
        return cls(effective, frame["value"].to_numpy(np.float64), tuple(frame["sha"].tolist()), parts)

    def at(self, time: int) -> Sighting | None:
        """Return the value at a time; None before the first commit or where nothing could be measured."""
        return self.seen(int(np.searchsorted(self.times, time, side="right")) - 1)

    def head(self) -> Sighting | None:
        """Return the newest value."""
        return self.seen(len(self.values) - 1)

    def seen(self, index: int) -> Sighting | None:
        """Return the value at a place in the order; None if there is none."""
        if index < 0 or np.isnan(self.values[index]):
            return None
        parts = {name: float(values[index]) for name, values in self.parts.items()}
        return Sighting(float(self.values[index]), int(self.times[index]), self.shas[index], parts)

    def intervals(self, holds: Mask) -> tuple[Interval, ...]:
        """Return the spans in which `holds` (one flag a step) is true; spans of no length are left out."""
        edges = np.flatnonzero(np.diff(np.concatenate(([False], holds, [False])).astype(np.int8)))
        spans = []
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            begins = int(self.times[start])
            ends = int(self.times[end]) if end < len(holds) else None
            if ends is None or ends > begins:
                spans.append(Interval(begins, ends))
        return _joined(spans)

    def relative_to(self, other: Steps) -> Steps:
        """Return this value as a share of another's, stepping wherever one of them steps; from where both exist."""
        times, mine, theirs = self._beside(other)
        below = other.values[theirs]
        shares = np.divide(self.values[mine], below, out=np.full(len(times), np.nan), where=below != 0)
        parts = {"value": self.values[mine], "other": below}
        return Steps(times, shares, tuple(map(self.shas.__getitem__, mine.tolist())), parts)

    def minus(self, other: Steps) -> tuple[Times, Floats]:
        """Return when either value steps, from where both exist, and this value less the other's from then on."""
        times, mine, theirs = self._beside(other)
        return times, self.values[mine] - other.values[theirs]

    def _beside(self, other: Steps) -> tuple[Times, Times, Times]:
        """Return all times from where both exist, and for each the place of either's value."""
        if not len(self.values) or not len(other.values):
            nothing = np.array([], np.int64)
            return nothing, nothing, nothing
        times = np.union1d(self.times, other.times)
        times = times[times >= max(self.times[0], other.times[0])]
        mine = np.searchsorted(self.times, times, side="right") - 1
        theirs = np.searchsorted(other.times, times, side="right") - 1
        return times, mine, theirs


_KEYS = frozenset({"position", "sha", "time", "value"})


def _joined(spans: list[Interval]) -> tuple[Interval, ...]:
    # Several commits of one second can end a span and begin the next at the same moment.
    joined: list[Interval] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Interval(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def common(first: tuple[Interval, ...], second: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Return the spans that lie in both; each input in order and without overlap."""
    shared: list[Interval] = []
    one, two = 0, 0
    while one < len(first) and two < len(second):
        left, right = first[one], second[two]
        start = max(left.start, right.start)
        ends = [end for end in (left.end, right.end) if end is not None]
        end = min(ends) if ends else None
        if end is None or start < end:
            shared.append(Interval(start, end))
        if left.end is not None and (right.end is None or left.end <= right.end):
            one += 1
        else:
            two += 1
    return tuple(shared)
