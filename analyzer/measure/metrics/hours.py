"""When in the week people commit, by their own clocks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.periods import dated
from analyzer.measure.windows import Mask, Times, inside
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOURS = 24
_WORKING = slice(9, 17)
_HOUR = 3_600
_THURSDAY = 3
"""What 1 January 1970 was, counted from Monday."""
_WESTERNMOST, _EASTERNMOST, _QUARTER = -12 * 60, 14 * 60, 15
"""Minutes from UTC: no place on earth is beyond these, or off the quarter of an hour."""


@metric(title="Commits in working hours", unit="percent", needs=("commits",), by=("hour",), windowed=True)
def hours(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of commits that were written on Monday to Friday between 9:00 and 17:00, by their authors' own clocks.

    ## Why it matters
    It hints at whether a project is somebody's job or somebody's evenings.

    ## How it is counted
    Author dates in the time zone that is recorded with them. By hour there are 168 rows, one for each weekday and hour
    (9 is from 9:00 to 9:59), with the share of all counted commits. The parts are the commits in working hours
    ("working"), those counted, those recorded at UTC itself ("utc"), and those left out because their date or time zone
    cannot be true: beyond 12 hours west or 14 hours east, or off the quarter of an hour. Merges count.

    ## What can mislead
    Histories that were converted from another system, web interfaces and many servers write UTC wherever the author
    was: look at how many commits are at UTC. Holidays are not known, and not all of the world rests on Saturday and
    Sunday.
    """
    table = facts["commits"]
    times, offsets = table["author_time"].to_numpy(), table["author_offset"].to_numpy()
    kept = inside(times, options.window, facts.moment.end)
    told = kept & dated(times, facts.moment.end) & _on_earth(offsets)
    counts = _week(times[told] + 60 * offsets[told])
    total = int(counts.sum())
    if options.by == "hour":
        return _cells(counts, total)
    working = int(counts[:5, _WORKING].sum())
    share = 100 * working / total if total else NOT_KNOWN
    left_out = int(kept.sum()) - total
    return one_value(share, working=working, counted=total, utc=int((offsets[told] == 0).sum()), left_out=left_out)


def _on_earth(offsets: Times) -> Mask:
    mask: Mask = (offsets >= _WESTERNMOST) & (offsets <= _EASTERNMOST) & (offsets % _QUARTER == 0)
    return mask


def _week(local: Times) -> npt.NDArray[np.int64]:
    """Return the number of times in each weekday and hour: 7 rows of 24."""
    numbers = local // _HOUR + _THURSDAY * _HOURS
    return np.bincount(numbers % (7 * _HOURS), minlength=7 * _HOURS).reshape(7, _HOURS).astype(np.int64)


def _cells(counts: npt.NDArray[np.int64], total: int) -> pd.DataFrame:
    shares = 100 * counts.ravel() / total if total else np.full(counts.size, NOT_KNOWN)
    return pd.DataFrame(
        {
            "weekday": pd.Series(np.repeat(WEEKDAYS, _HOURS), dtype="str"),
            "hour": np.tile(np.arange(_HOURS), 7),
            "value": shares,
            "commits": counts.ravel(),
        }
    )
