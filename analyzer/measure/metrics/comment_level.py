"""How the comments compare with other projects in the language."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value, percentages
from analyzer.measure.line_sums import lines_split
from analyzer.measure.main_languages import code_by_language, main_of
from analyzer.model.frames import Facts
from analyzer.model.metric import Options, metric

PUBLISHED = {"Python": 24.0}
"""Language -> percentage of comments across the projects that Open Hub knows, where a page of it says so."""
_ROUNDING = 0.5


@metric(title="Comments", unit="label", needs=("files",), defined=True)
def comment_level(facts: Facts, options: Options) -> pd.DataFrame:
    """Whether the comment ratio is above, at or below the average that Open Hub publishes for the language.

    ## Why it matters
    A percentage alone does not say whether it is much.

    ## How it is counted
    The comment ratio of all languages together against Open Hub's average for the main one: 24 % for Python, the only
    one known from its pages, printed without decimals; so "at the average" is from 23.5 to 24.5. Only under Open Hub's
    definition, which the average is made by; else there is no value. Open Hub itself prints five levels, from the
    distribution over all its projects, which it does not publish.

    ## What can mislead
    The average was read at one time and Open Hub's projects are not a sample of anything.
    """
    whole = lines_split(facts, options)
    ratio = float(percentages(whole["numerator"], whole["denominator"])[0])
    average = PUBLISHED.get(main_of(code_by_language(facts, options)) or "", NOT_KNOWN)
    return one_value(_level(ratio - average, options.definition.name), ratio=ratio, average=average)


def _level(difference: float, definition: str) -> str | None:
    if difference != difference or definition != "openhub":  # NaN is unequal to itself
        return None
    if abs(difference) <= _ROUNDING:
        return "At the average"
    return "Above the average" if difference > 0 else "Below the average"
