"""Open Hub's words for the size of a team."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.identities import people
from analyzer.measure.windows import inside
from analyzer.model.frames import Facts
from analyzer.model.metric import TWELVE_MONTHS, Options

_SIZES = (
    (28, "Very large, active development team"),
    (7, "Large, active development team"),
    (4, "Average size development team"),
    (2, "Small development team"),
    (1, "Only a single active developer"),
    (0, "No recent development activity"),
)


def active_people(facts: Facts, options: Options) -> int:
    """Return the number of different authors of the last twelve months."""
    table = facts["commits"]
    kept = inside(table["author_time"].to_numpy(), TWELVE_MONTHS, facts.moment.end)
    return len(pd.unique(people(facts, options)[kept]))


def team_words(number: int) -> str:
    """Return what Open Hub says about a team of so many people."""
    return next(words for least, words in _SIZES if number >= least)
