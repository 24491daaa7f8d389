"""Who was there at any time: counts over a window that slides along, exact to the second."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.windows import Times, whole
from analyzer.model.frames import Facts
from analyzer.model.metric import Window

_SECONDS_A_DAY = 86_400


def over_time(facts: Facts, codes: Times, times: Times, window: Window) -> pd.DataFrame:
    """Return `sha`, `time` and `value`: how many different codes lie in the window that ends at each time.

    `codes` and `times` (seconds since 1970) are those of the events. There is a row wherever the value changes, when
    somebody enters the window and when somebody leaves it, up to the moment's end; `sha` is the newest trunk commit
    by then. What is dated after the end counts at the end over all time, as elsewhere, and in no other window.
    """
    end = facts.moment.end
    if whole(window):
        times = np.minimum(times, end)
    kept = times <= end
    starts, ends = _presences(codes[kept], times[kept], window)
    changed = np.concatenate([starts, ends])
    signs = np.repeat([1, -1], [len(starts), len(ends)])
    moments, place = np.unique(changed[changed <= end], return_inverse=True)
    steps = np.zeros(len(moments), dtype=np.int64)
    np.add.at(steps, place, signs[changed <= end])
    moments, steps = moments[steps != 0], steps[steps != 0]
    return pd.DataFrame({"sha": _newest(facts, moments), "time": moments, "value": steps.cumsum()})


def _presences(codes: Times, times: Times, window: Window) -> tuple[Times, Times]:
    """Return when codes begin and cease to be in the window; over all time none ceases."""
    order = np.lexsort((times, codes))
    codes, times = codes[order], times[order]
    first = np.append(True, codes[1:] != codes[:-1])[: len(codes)]
    if whole(window):
        return times[first], np.array([], dtype=np.int64)
    until = leaves(times, window)
    begins = first | np.append(True, times[1:] > until[:-1])[: len(codes)]
    return times[begins], until[np.append(begins[1:], True)[: len(codes)]]


def leaves(times: Times, window: Window) -> Times:
    """Return the first end of the window at which each time is no longer in it.

    A day that the month lacks is its first day after: what happened on 31 January leaves one month on 1 March.
    """
    shifted = (times + window.days * _SECONDS_A_DAY).astype("datetime64[s]")
    month = shifted.astype("datetime64[M]")
    target = month + np.timedelta64(window.months, "M")
    same_day = target.astype("datetime64[s]") + (shifted - month.astype("datetime64[s]"))
    until: Times = np.minimum(same_day, (target + np.timedelta64(1, "M")).astype("datetime64[s]")).astype(np.int64)
    return until


def _newest(facts: Facts, moments: Times) -> list[str]:
    commits = facts["commits"]
    trunk = commits[commits["position"] >= 0].sort_values("position")
    dates = trunk["commit_time"].to_numpy(np.int64)
    # As `git rev-list -1 --first-parent --before` has it: a commit hides the later dated ones before it.
    since = np.minimum.accumulate(dates[::-1])[::-1]
    places = np.maximum(np.searchsorted(since, moments, side="right") - 1, 0)
    shas = trunk["sha"].tolist()
    return [shas[place] for place in places] if shas else [facts.moment.sha] * len(moments)
