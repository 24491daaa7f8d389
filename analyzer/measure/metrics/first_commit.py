"""When it began."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.periods import dated
from analyzer.measure.plain_git import at_dates
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="First commit", unit="date", needs=("commits",), plain=at_dates("head -1"))
def first_commit(facts: Facts, options: Options) -> pd.DataFrame:
    """The author date of the earliest commit.

    ## Why it matters
    Old code has survived; young code has not had the time to.

    ## How it is counted
    The earliest author date of all commits, in UTC. Dates on 1 January 1970 or before (clocks that were never set) and
    after the end are passed over. Open Hub's "Initial Commit".

    ## What can mislead
    Work before the first commit is not in the repository, and an import from elsewhere may bring dates from long
    before.
    """
    times = facts["commits"]["author_time"].to_numpy()
    known = times[dated(times, facts.moment.end)]
    return one_value(int(known.min()) if len(known) else NOT_KNOWN)
