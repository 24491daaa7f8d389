"""How old it is."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value
from analyzer.measure.periods import dated
from analyzer.measure.plain_git import years
from analyzer.model.calendar import months_before
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

_YEAR = 365.2425 * 86_400
_AGES = (
    (60, "Mature, well-established codebase"),
    (36, "Well-established codebase"),
    (12, "Young, but established codebase"),
)
_YOUNG = "Short source control history"


@metric(title="Age", unit="years", needs=("commits",), plain=years, grows=True)
def age(facts: Facts, options: Options) -> pd.DataFrame:
    """The years from the first commit to the moment.

    ## Why it matters
    What has been kept for long was worth keeping, and has had time to gather weight.

    ## How it is counted
    From the earliest believable author date to the end of the windows, in years of 365.2425 days. The label is the
    factoid that Open Hub publishes: under one year, one to three, three to five, five and more, by calendar months.

    ## What can mislead
    History may have been imported from elsewhere, or started anew.
    """
    times = facts["commits"]["author_time"].to_numpy()
    end = facts.moment.end
    known = times[dated(times, end)]
    if not len(known):
        return one_value(NOT_KNOWN, label="")
    first = int(known.min())
    label = next((words for months, words in _AGES if first <= months_before(end, months)), _YOUNG)
    return one_value((end - first) / _YEAR, label=label)
