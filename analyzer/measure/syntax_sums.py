"""What syntax trees tell of Python source: at the moment, file by file, and in the sampled trees before it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.folding import folders, key_columns
from analyzer.model.frames import Facts
from analyzer.model.metric import Options
from analyzer.model.scope import Scope
from analyzer.model.syntax import Syntax

SYNTAX_TABLES = ("syntax", "syntax_samples")
"""The tables that `syntax_sums` reads."""
SYNTAX_SPLITS = ("file", "folder", "moment")
"""The ways in which it can split."""
ENOUGH = 90.0
"""Percent of the lines that must be parsed: of what less is known, nothing is said."""


def syntax_sums(facts: Facts, options: Options) -> pd.DataFrame:
    """Return the fields of `Syntax` by `options.by`, its columns first.

    Only Python files of scope source are in it, whichever scopes are asked for. Without a split and by moment, all
    fields are NaN where less than `ENOUGH` of the lines could be parsed, and `parsed_lines` says how many, in percent.
    By file and folder there is what was parsed.
    """
    if options.by in ("file", "folder"):
        return _by_place(facts["syntax"], options.by)
    samples = facts["syntax_samples"].sort_values("position", kind="stable").reset_index(drop=True)
    parsed = 100.0 * samples["lines_parsed"] / samples["lines"].where(samples["lines"] > 0, np.nan)
    fields = samples[list(Syntax._fields)].astype("float64").where(parsed >= ENOUGH)
    table = pd.concat([samples[["sha", "time"]], fields], axis="columns").assign(parsed_lines=parsed)
    if options.by == "moment":
        return table
    last = table.tail(1) if len(table) else table.reindex([0])
    return last.drop(columns=["sha", "time"]).reset_index(drop=True)


def _by_place(syntax: pd.DataFrame, by: str) -> pd.DataFrame:
    files = syntax[(syntax["scope"] == Scope.SOURCE) & (syntax["problem"] == "")]
    files = files.assign(folder=pd.Series(folders(files["path"]), dtype="str", index=files.index))
    return files.groupby(key_columns(by), sort=True)[list(Syntax._fields)].sum().astype("float64").reset_index()


def quotient(above: pd.Series[float], below: pd.Series[float]) -> pd.Series[float]:
    """Return above / below, NaN where there is nothing to divide by or either is not known."""
    return above / below.where(below > 0, np.nan)
