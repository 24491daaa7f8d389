"""How many people came back."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.comings import comings, people_at
from analyzer.measure.identities import PEOPLE_TABLES
from analyzer.measure.periods import PERIODS
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="People who came back", unit="people", needs=PEOPLE_TABLES, by=PERIODS, windowed=True)
def returning(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of people who committed again after twelve months or more without a commit.

    ## Why it matters
    A gap is not always the end: some people work on a project every other year.

    ## How it is counted
    Different authors, by the rule for people that was asked for, who in the span wrote a commit when their latest one
    before was twelve calendar months old or older, by author date in UTC. Who comes back twice in a span counts once,
    in a split by years or the like once in each. Commits with dates that cannot be true are left out.

    ## What can mislead
    Author dates are those of the writing: a patch that lay for a year before it was taken can close a gap or open one.
    """
    found = comings(facts, options)
    return people_at(found, found.back, facts, options)
