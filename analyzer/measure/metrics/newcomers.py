"""How many people wrote their first commit."""

from __future__ import annotations

import pandas as pd

from analyzer.measure import plain_git
from analyzer.measure.comings import comings, people_at
from analyzer.measure.identities import PEOPLE_TABLES
from analyzer.measure.periods import PERIODS
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Newcomers", unit="people", needs=PEOPLE_TABLES, by=PERIODS, windowed=True, plain=plain_git.newcomers)
def newcomers(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of people whose first commit ever lies in the span.

    ## Why it matters
    Whoever carries a repository in ten years starts as a newcomer.

    ## How it is counted
    Authors by the rule for people that was asked for, by the author date in UTC of their earliest commit. CHAOSS "New
    Contributors". Commits dated on 1 January 1970 or before, or after the end, are left out: who has no other is not
    counted. Over periods the newcomers sum to those of all time. The first period has everybody who was there when the
    history began.

    ## What can mislead
    A new address or another spelling makes a newcomer of an old hand, under a rule that does not know them as one. Who
    was there before the history was imported is new in it.
    """
    found = comings(facts, options)
    return people_at(found, found.first, facts, options)
