"""How long something lasts where not all of it has ended yet: Kaplan and Meier's estimate."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN
from analyzer.measure.windows import Mask

_ROUNDING = 1e-12
"""Products of fractions that are a half may come out this much above it."""


def curve(durations: npt.NDArray[np.float64], ended: Mask) -> pd.DataFrame:
    """Return `time` and `share`: the estimated share that lasts longer than each duration at which something ended.

    `ended` tells for each duration whether it ended then or was only not seen any longer (censored). Of those
    censored at the time of an end it is taken that they lasted longer, as Kaplan and Meier (1958) do.
    """
    times, ends = np.unique(durations[ended], return_counts=True)
    at_risk = len(durations) - np.searchsorted(np.sort(durations), times, side="left")
    return pd.DataFrame({"time": times, "share": np.cumprod(1 - ends / at_risk)})


def median(durations: npt.NDArray[np.float64], ended: Mask) -> float:
    """Return the first duration that at most half last longer than; NaN if it was not reached."""
    found = curve(durations, ended)
    reached = found.loc[found["share"] <= 0.5 + _ROUNDING, "time"]
    return float(reached.iloc[0]) if len(reached) else NOT_KNOWN
