"""Whether the project is alive, in Open Hub's words."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.measure.identities import PEOPLE_TABLES
from analyzer.measure.periods import dated
from analyzer.measure.team_sizes import active_people, team_words
from analyzer.model.calendar import months_before
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric


@metric(title="Project activity", unit="label", needs=PEOPLE_TABLES)
def activity(facts: Facts, options: Options) -> pd.DataFrame:
    """Whether a project is new, inactive, hardly active or active.

    ## Why it matters
    It is the first question about a project that one might depend on.

    ## How it is counted
    By those of Open Hub's rules that are published: "New" if the first commit is less than 12 months old, "Inactive" if
    the last one is more than 24 months old, "Very Low" if at most one person wrote commits in the last 12 months. Open
    Hub divides the rest into five levels by a score whose formula is closed; here it is all "Active". The label says
    how large the team is; the part "people" is the number behind it.

    ## What can mislead
    A finished library may need no activity. See the commits and people of the last 12 months for the level.
    """
    times = facts["commits"]["author_time"].to_numpy()
    end = facts.moment.end
    known = times[dated(times, end)]
    people = active_people(facts, options)
    if not len(known):
        return one_value(None, people=people, label="")
    if known.min() > months_before(end, 12):
        level = "New"
    elif known.max() < months_before(end, 24):
        level = "Inactive"
    else:
        level = "Very Low" if people <= 1 else "Active"
    return one_value(level, people=people, label=team_words(people))
