"""How many of the newcomers are still there years later."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.careers import YEAR, careers, dated_commits
from analyzer.measure.contributions import COMMIT_TABLES
from analyzer.measure.folding import percentages
from analyzer.measure.windows import Times
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_SECOND = 2


@metric(title="Retention of newcomers", unit="percent", needs=COMMIT_TABLES, by=("cohort",))
def retention(facts: Facts, options: Options) -> pd.DataFrame:
    """The share of people who wrote commits again in the second year after their first one, in percent.

    ## Why it matters
    Newcomers who stay are those who will carry the project.

    ## How it is counted
    A person's first year is the 365.2425 days that begin with their first commit, by author date, the second the same
    time after that, and so on; who wrote a commit in a year, merges among them, was active in it. Of the people whose
    second year is over, so many percent were active in it; the parts are their number and how many were
    active. By cohort, of those who came in the same calendar year (UTC), for each of their years that is over for
    all of them: a row for each cohort and year, from year 1 (all are active) on.

    ## What can mislead
    Whoever pauses for a year is not active in it, but may be in the next. Small cohorts swing. Who writes under a new
    name is a newcomer.
    """
    rows = _years(facts, options)
    if options.by == "cohort":
        return _cohorts(rows, facts.moment.end)
    over = rows.loc[rows["first"] + _SECOND * YEAR <= facts.moment.end]
    active = over.loc[over["year"] == _SECOND, "person"].nunique()
    found = pd.DataFrame({"people": [over["person"].nunique()], "active": [active]})
    found.insert(0, "value", percentages(found["active"], found["people"]))
    return found


def _years(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `person`, `first` (seconds) and `year`: each year, from 1, in which somebody was active."""
    commits = dated_commits(facts, options)
    people = np.unique(commits.people, return_inverse=True)[1]
    first = careers(facts, options).first[people]
    years = ((commits.times - first) // YEAR).astype(np.int64) + 1
    return pd.DataFrame({"person": people, "first": first, "year": years}).drop_duplicates(ignore_index=True)


def _cohorts(rows: pd.DataFrame, end: int) -> pd.DataFrame:
    rows = rows.assign(cohort=_calendar_years(rows["first"].to_numpy()))
    active = rows.groupby(["cohort", "year"])["person"].nunique()
    people = rows.groupby("cohort")["person"].nunique()
    keys = [
        (cohort, year) for cohort in people.index for year in range(1, int((end - _begins(cohort + 1)) // YEAR) + 1)
    ]
    found = pd.DataFrame(keys, columns=["cohort", "year"]).astype("int64")
    found["people"] = people.reindex(found["cohort"]).to_numpy(np.int64)
    index = pd.MultiIndex.from_frame(found[["cohort", "year"]])
    found["active"] = active.reindex(index, fill_value=0).to_numpy(np.int64)
    found.insert(2, "value", percentages(found["active"], found["people"]))
    return found.astype({"cohort": "str"})


def _calendar_years(times: Times) -> Times:
    return times.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + 1970


def _begins(year: int) -> int:
    return int(np.datetime64(f"{year:04d}-01-01", "s").astype(np.int64))
