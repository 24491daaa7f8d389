"""How many commits have dates that do not fit."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric
from analyzer.model.trunk_time import EARLIEST


@metric(title="Commits with odd dates", unit="commits", needs=("commits",))
def odd_dates(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of commits whose dates cannot all be true.

    ## Why it matters
    Clocks are set by hand. What is counted by date is only as good as the dates.

    ## How it is counted
    Commits, merges among them, of which one of these holds. The parts say how many of each kind there are, a commit may
    be of several: the author date is later than the commit date ("author_later"), one of the two is later than the end
    ("future"), or on 1 January 1970 or before ("before_1970"). All times are in UTC.

    ## What can mislead
    Most are off by seconds or by a wrong time zone and change no month. Dates that are wrong but possible are not seen.
    """
    author, committed = (facts["commits"][column].to_numpy() for column in ("author_time", "commit_time"))
    end = facts.moment.end
    kinds = {
        "author_later": author > committed,
        "future": (author > end) | (committed > end),
        "before_1970": (author < EARLIEST) | (committed < EARLIEST),
    }
    odd = kinds["author_later"] | kinds["future"] | kinds["before_1970"]
    return one_value(int(odd.sum()), **{name: int(which.sum()) for name, which in kinds.items()})
