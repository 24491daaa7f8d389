"""After how long half of the newcomers have left."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.careers import YEAR, Careers, careers
from analyzer.measure.contributions import COMMIT_TABLES
from analyzer.measure.kaplan_meier import curve, median
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_ONE_DAY = "more than half wrote on one day only"
_YEARS = (1, 2, 3, 5, 10, 15, 20)


@metric(title="Half-life of newcomers", unit="years", needs=COMMIT_TABLES, by=("kind", "age"))
def newcomer_half_life(facts: Facts, options: Options) -> pd.DataFrame:
    """The years after which half of those who once came have written their last commit.

    ## Why it matters
    It tells how soon what people have learnt about the code goes with them.

    ## How it is counted
    Kaplan and Meier's estimate of the time from each person's first commit to their last, by author date, in years of
    365.2425 days. Who wrote nothing in the last twelve calendar months has left, at their last commit; the others are
    censored twelve months before the end, and who came later does not count yet. The value is the shortest time that
    at most half stay for longer than; if more stay it cannot be told. The parts: the people, how many have left, and
    how many wrote on one day only. By kind, of all and of those who came back on another day; by age, the share in
    percent who stay longer than so many years.

    ## What can mislead
    In open projects most newcomers send one patch and mean no more: then it is 0. Who comes back after more than a
    year's silence at the end is taken to have left. It speaks of all who ever came, not of those who come now.
    """
    known = careers(facts, options)
    known = known.where(known.first <= known.silent_since)
    if options.by == "age":
        return _by_age(known)
    everybody = _figures(known)
    if options.by is None:
        return pd.DataFrame(
            [{**everybody, "label": _ONE_DAY if 2 * everybody["one_day"] > everybody["people"] else ""}]
        )
    rows = [{"kind": "all", **everybody}, {"kind": "came back", **_figures(known.where(known.days > 1))}]
    return pd.DataFrame(rows).astype({"kind": "str"})


def _figures(some: Careers) -> dict[str, float]:
    return {
        "value": median(_durations(some), some.left),
        "people": len(some.first),
        "left": int(some.left.sum()),
        "one_day": int((some.days == 1).sum()),
    }


def _by_age(some: Careers) -> pd.DataFrame:
    found = curve(_durations(some), some.left)
    # Nobody can be seen to stay for longer than the oldest was there to be seen.
    longest = (some.silent_since - some.first).max(initial=0) / YEAR
    ages = [year for year in _YEARS if year <= longest]
    places = np.searchsorted(found["time"], ages, side="right")
    shares = np.append(1.0, found["share"])[places]
    return pd.DataFrame({"age": np.array(ages, dtype=np.int64), "value": 100 * shares})


def _durations(some: Careers) -> np.ndarray:
    return (np.where(some.left, some.last, some.silent_since) - some.first) / YEAR
