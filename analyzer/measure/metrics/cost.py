"""What it would cost to write it again."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import one_value
from analyzer.measure.main_languages import code_by_language
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

SALARY = 55_000
"""Dollars a year, Open Hub's default."""
FACTOR, EXPONENT = 2.4, 1.05
"""COCOMO basic, organic mode: person-months = FACTOR * KLOC ** EXPONENT."""
CATEGORIES = ("logic", "markup", "build")
"""The kinds of language that Open Hub estimates, each by itself."""


@metric(title="Estimated cost", unit="dollars", needs=("files",), defined=True)
def cost(facts: Facts, options: Options) -> pd.DataFrame:
    """What it would cost to write the code again, by the COCOMO model.

    ## Why it matters
    Money makes sizes comparable for people who do not read code.

    ## How it is counted
    COCOMO basic in organic mode, as Open Hub applies it: person-years = 2.4 * KLOC ^ 1.05 / 12, separately for logic,
    markup and build languages, summed, times $55,000; no overhead. Lines of code under the definition; data and prose
    are left out, and a language of unknown kind counts as logic. The parts are the lines of each kind and the
    person-years.

    ## What can mislead
    The model was fitted to projects of the 1970s and knows size alone. Tests count like the rest, copied libraries too.
    """
    code = code_by_language(facts, options)
    kinds = [options.categories.get(str(language), "logic") for language in code.index]
    sizes = code.groupby(kinds).sum()
    lines = {category: int(sizes.get(category, 0)) for category in CATEGORIES}
    years = sum(person_years(size) for size in lines.values())
    return one_value(years * SALARY, **lines, person_years=years)


def person_years(lines: int) -> float:
    """Return the effort for so many lines of code of one kind."""
    return float(FACTOR * (lines / 1000) ** EXPONENT / 12)
