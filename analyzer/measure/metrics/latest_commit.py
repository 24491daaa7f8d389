"""When something last happened."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.periods import dated
from analyzer.measure.plain_git import at_dates
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Most recent commit", unit="date", needs=("commits",), plain=at_dates("tail -1"))
def latest_commit(facts: Facts, options: Options) -> pd.DataFrame:
    """The author date of the most recent commit.

    ## Why it matters
    It tells whether somebody is still there.

    ## How it is counted
    The latest author date of all commits that is not after the end, in UTC; dates on 1 January 1970 or before are
    passed over. Open Hub's "Most Recent Commit".

    ## What can mislead
    A finished project needs no commits. A change that waited for a year bears the date when it was written.
    """
    times = facts["commits"]["author_time"].to_numpy()
    known = times[dated(times, facts.moment.end)]
    return one_value(int(known.max()) if len(known) else NOT_KNOWN)
