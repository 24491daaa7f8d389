"""The last twelve months against the twelve before."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import NOT_KNOWN, one_value

SHARP = 25.0
"""Percent from which Open Hub calls a change an increase or a decrease."""


def year_over_year(recent: int, before: int) -> pd.DataFrame:
    """Return the change in percent with its two sides as parts, and Open Hub's word for it as the label.

    Where nothing happened in the year before there is no percentage, only the word.
    """
    change = 100.0 * (recent - before) / before if before else NOT_KNOWN
    return one_value(change, recent=recent, before=before, label=_label(recent, before))


def _label(recent: int, before: int) -> str:
    # In whole numbers: 25 % exactly is already an increase or a decrease.
    difference = 100 * (recent - before)
    if not recent:
        return "No activity"
    if difference >= SHARP * before:
        return "Increasing"
    return "Decreasing" if -difference >= SHARP * before else "Stable"
