"""For how long those who are there have been there."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.careers import YEAR, careers
from analyzer.measure.contributions import COMMIT_TABLES
from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Tenure", unit="years", needs=COMMIT_TABLES)
def tenure(facts: Facts, options: Options) -> pd.DataFrame:
    """The median of the years between first and last commit of those who wrote one in the last 12 months.

    ## Why it matters
    It tells whether the work is done by people who have known the code for long.

    ## How it is counted
    For each person who wrote a commit in the last twelve calendar months, the years of 365.2425 days from their first
    commit ever to their last, merges among them, by author date; half have been there for longer, half for less. The
    parts are the quartiles, the longest and the number of people. Dates on 1 January 1970 or before and after the end
    are passed over. Where nobody was active it cannot be told.

    ## What can mislead
    Who sent one patch has 0 years, and in large projects these are many. Years of silence between two commits count.
    """
    known = careers(facts, options)
    active = known.where(~known.left)
    years = (active.last - active.first) / YEAR
    if not len(years):
        unknown = dict.fromkeys(("lower_quartile", "upper_quartile", "longest"), NOT_KNOWN)
        return one_value(NOT_KNOWN, **unknown, people=0)
    lower, middle, upper = map(float, np.quantile(years, [0.25, 0.5, 0.75]))
    parts = {"lower_quartile": lower, "upper_quartile": upper, "longest": float(years.max())}
    return one_value(middle, **parts, people=len(years))
