"""How many people are at work."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.measure.identities import PEOPLE_TABLES
from analyzer.measure.plain_git import team
from analyzer.measure.team_sizes import active_people, team_words
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Team size", unit="people", needs=PEOPLE_TABLES, plain=team, grows=True)
def team_size(facts: Facts, options: Options) -> pd.DataFrame:
    """The number of people who wrote commits in the last twelve months, in Open Hub's words.

    ## Why it matters
    It says whether anybody would miss the one who leaves.

    ## How it is counted
    Different authors of the last twelve calendar months, by the rule for people that was asked for. The label is the
    factoid that Open Hub publishes: none, one, 2 to 3 (small), 4 to 6 (average), 7 to 27 (large), 28 and more (very
    large).

    ## What can mislead
    A team is more than its authors, and most authors of a large project send one patch and are not seen again.
    """
    number = active_people(facts, options)
    return one_value(number, label=team_words(number))
