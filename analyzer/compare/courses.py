"""How a value moved over the last ten years, in a clause."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.model import wording
from analyzer.model.comparison import Series
from analyzer.model.numbers import Number

YEARS = 10
"""How far back is looked."""
MOVED = 1.0
"""Percentage points from which a value has risen or fallen."""
NEAR = 3.0
"""Percentage points between the highest and the lowest value of what "has stayed"."""
_YEAR = 31_556_952
"""Seconds of 365.2425 days."""


@dataclass(frozen=True, slots=True)
class Course:
    """A value then and now."""

    repository: str
    since: int
    """When it is compared with: ten years before the end, or one year after the beginning if that is later."""
    then: Number
    now: Number
    steady: bool
    """Whether it was never far from where it is."""

    @property
    def change(self) -> float:
        """Percentage points from then to now."""
        return self.now - self.then

    @property
    def moved(self) -> bool:
        """Whether that is enough to speak of."""
        return abs(self.change) >= MOVED

    def clause(self) -> str:
        """Return "has fallen from 19 % in June 2016 to 13 %" or the like."""
        month = wording.month(self.since)
        if self.moved:
            then, now = wording.percents([self.then, self.now])
            return f"has {'risen' if self.change > 0 else 'fallen'} from {then} % in {month} to {now} %"
        now = wording.percents([self.now])[0]
        return f"has stayed near {now} % since {month}" if self.steady else f"is near {now} %, as in {month}"


def course(line: Series, end: int) -> Course | None:
    """Return how a series at full resolution moved; None if it is not at least two years long.

    The value at a time is that of the newest commit on the trunk dated not later, as git has it.
    """
    if not line.times:
        return None
    since = max(end - YEARS * _YEAR, min(line.times) + _YEAR)
    if since > end - _YEAR:
        return None
    start = next(place for place in reversed(range(len(line.times))) if line.times[place] <= since)
    values = line.values[start:]
    return Course(line.repository, since, values[0], values[-1], max(values) - min(values) < NEAR)
