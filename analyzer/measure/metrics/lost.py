"""How many people left."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.comings import comings, people_gone
from analyzer.measure.identities import PEOPLE_TABLES
from analyzer.measure.periods import PERIODS
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="People who left", unit="people", needs=PEOPLE_TABLES, by=PERIODS, windowed=True)
def lost(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of people whose last commit became twelve months old within the span.

    ## Why it matters
    It is the other half of the newcomers: a repository may gain and lose a hundred people a year and stay as it is.

    ## How it is counted
    Authors, by the rule for people that was asked for, without a commit in the twelve calendar months up to the end of
    the span, but with one in the twelve months up to its beginning or later. Over the last 12 months: active in the
    12 months before, no commit in the last 12. By year: active in the year before, no commit in that year. Over all
    time: everybody whose last commit is twelve months old. By author date in UTC; commits with dates that cannot be
    true are left out. CHAOSS "Inactive Contributors" with a period of twelve months and one commit.

    ## What can mislead
    Most people of a large project write one commit and are "lost" a year later. Who left may yet come back: earlier
    years then still count them as lost, as they were seen at the end of the year.
    """
    return people_gone(comings(facts, options), facts, options)
