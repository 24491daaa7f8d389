"""How often there is a release."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.versions import releases
from analyzer.measure.windows import Times
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.wording import day, plural

_DAY = 86_400


@metric(title="Days between releases", unit="days", needs=("tags",))
def release_cadence(facts: Facts, options: Options) -> pd.DataFrame:
    """The median number of days from one release to the next.

    ## Why it matters
    It says how long a fix waits for its users, and how often they have to move.

    ## How it is counted
    Days in UTC on which there was at least one release (see `releases`; pre-releases do not count), and the days from
    each to the next: versions released together, such as a fix for several lines, are one step. The parts are the
    quartiles (Hyndman and Fan's type 7), the same median between major and minor releases alone ("features"), the
    number of such days, and how many days the latest release lies before the end.

    ## What can mislead
    Patch releases of old lines make the steps shorter; the figure for major and minor releases is without them.
    """
    found = releases(facts)
    found = found[found["kind"] != "pre-release"]
    days = np.unique(found["time"].to_numpy() // _DAY)
    features = np.unique(found.loc[found["kind"] != "patch", "time"].to_numpy() // _DAY)
    lower, median, upper = _quartiles(days)
    if not len(days):
        return one_value(median, lower_quartile=lower, upper_quartile=upper, release_days=0, note="")
    latest = found.iloc[-1]
    since = facts.moment.end // _DAY - int(days[-1])
    return one_value(
        median,
        lower_quartile=lower,
        upper_quartile=upper,
        features=_quartiles(features)[1],
        release_days=len(days),
        since_latest=since,
        note=f"The latest is {latest['name']} of {day(latest['time'])}, {plural(since, 'day')} before the end.",
    )


def _quartiles(days: Times) -> tuple[float, float, float]:
    if len(days) < 2:
        return NOT_KNOWN, NOT_KNOWN, NOT_KNOWN
    lower, median, upper = np.quantile(np.diff(days), [0.25, 0.5, 0.75]).tolist()
    return lower, median, upper
