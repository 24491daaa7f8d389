"""Where the level of a series of counts changes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from analyzer.measure.windows import Times

SHORTEST = 12
"""Months that a level holds, at least: what is shorter is a season or a burst."""
LONGEST = 1_200
"""Months that are looked at, the latest: the search takes the square of them."""
_PENALTY = 6.0
_AROUND = 3
"""Months on either side that smooth one."""
_NORMAL = 1.4826
"""From the median deviation of a normal distribution to its standard deviation."""


def changes(counts: Times) -> list[int]:
    """Return the places at which a new level begins, in order, the first always.

    Of all ways to cut the series into levels of `SHORTEST` months or more, the one with the least sum of squared
    distances of log(1 + count), bursts of up to three months smoothed away, from the mean of each level, plus a penalty
    for each cut: optimal partitioning (Jackson and others, "An algorithm for optimal partitioning of data on an
    interval", 2005), of which PELT is a faster form. The penalty is 6 * variance * log(n), three times that of BIC,
    since months depend on each other; the variance is a robust one of the steps between months that are not both
    empty, and no less than that of independent events.
    """
    logs = np.log1p(counts.astype(np.float64))
    if len(logs) < 2 * SHORTEST:
        return [0]
    penalty = _PENALTY * _variance(counts, logs) * np.log(len(logs))
    previous = _best(_smooth(logs), penalty)
    found, place = [], len(logs)
    while place:
        place = int(previous[place])
        found.append(place)
    return found[::-1]


def _smooth(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the median of the seven months around each: it leaves steps where they are."""
    around = np.pad(logs, _AROUND, mode="edge")
    smooth: npt.NDArray[np.float64] = np.median(sliding_window_view(around, 2 * _AROUND + 1), axis=1)
    return smooth


def _variance(counts: Times, logs: npt.NDArray[np.float64]) -> float:
    busy = counts > 0
    steps = np.diff(logs)[busy[1:] | busy[:-1]]
    if not len(steps):
        return 1.0
    deviation = _NORMAL * float(np.median(np.abs(steps - np.median(steps)))) / np.sqrt(2)
    # That of log(1 + count) for a Poisson count, by the delta method.
    chance = float(np.median(counts[busy] / (1 + counts[busy]) ** 2))
    return float(max(deviation**2, chance))


def _best(logs: npt.NDArray[np.float64], penalty: float) -> Times:
    """Return, for each number of months from the start, where the last level of the best way to cut them begins."""
    sums, squares = (np.append(0.0, some.cumsum()) for some in (logs, logs**2))
    cost = np.full(len(logs) + 1, np.inf)
    cost[0] = 0.0
    previous = np.zeros(len(logs) + 1, dtype=np.int64)
    for stop in range(SHORTEST, len(logs) + 1):
        begins = np.arange(stop - SHORTEST + 1)
        within = squares[stop] - squares[begins] - (sums[stop] - sums[begins]) ** 2 / (stop - begins)
        # Rounded, so that the last bits of a sum, which machines may add in another order, decide nothing.
        total = np.round(cost[begins] + within + penalty, 9)
        previous[stop] = int(total.argmin())
        cost[stop] = total[previous[stop]]
    return previous
