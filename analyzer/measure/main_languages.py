"""Which language a repository is mostly written in."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.line_sums import file_lines
from analyzer.model.frames import Facts
from analyzer.model.metric import Options

IGNORED = frozenset({"XML", "HTML"})
"""Never the main language, as at Open Hub: they are mostly data and output."""


def code_by_language(facts: Facts, options: Options) -> pd.Series[int]:
    """Return lines of code by language, the largest first; languages without code are left out."""
    code = file_lines(facts, options).groupby("language", sort=True)["code"].sum()
    return code[code > 0].sort_values(ascending=False, kind="stable")


def main_of(code: pd.Series[int]) -> str | None:
    """Return the language with most code that may be the main one; None if there is none."""
    return next((str(language) for language in code.index if language not in IGNORED), None)
