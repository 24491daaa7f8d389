"""How many files there are and how many lines they have, whatever a definition counts as what."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import folders
from analyzer.measure.trunk import at_commits, at_months, line_of
from analyzer.model.frames import Facts
from analyzer.model.lines import PARTITION
from analyzer.model.metric import Options

FILE_TABLES = ("files", "growth", "commits")
"""The tables that `file_counts` reads."""
FILE_SPLITS = ("language", "scope", "folder", "month", "commit")
"""The ways in which it can split."""
_SUMS = ["files", "lines"]


def file_counts(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `files` and `lines` (all lines of them, of any kind) by `options.by`, its columns first.

    Files are those in a known language, in the scopes asked for. Months and commits are running sums along the trunk,
    as in `lines_split`.
    """
    if options.by in ("month", "commit"):
        growth = _counted(facts["growth"].sort_values("position", kind="stable"), options)
        if options.by == "month":
            return at_months(growth, facts.moment, _SUMS)
        return at_commits(growth, line_of(facts), _SUMS)
    files = _counted(facts["files"].assign(files=1), options)
    if options.by is None:
        return files[_SUMS].sum().to_frame().T
    keys = pd.Series(folders(files["path"]), dtype="str", index=files.index, name="folder")
    return files.groupby(keys if options.by == "folder" else options.by, sort=True)[_SUMS].sum().reset_index()


def _counted(table: pd.DataFrame, options: Options) -> pd.DataFrame:
    mask = table["language"] != ""
    if options.scopes is not None:
        mask &= table["scope"].isin(options.scopes)
    counted = table[mask]
    return counted.assign(lines=counted[list(PARTITION)].sum(axis="columns"))
