"""File changes of the commits that are no merges, in a window or in periods."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.measure.periods import Periods, in_periods
from analyzer.measure.windows import Times, inside, whole
from analyzer.model.frames import Facts
from analyzer.model.metric import Options

CHANGE_TABLES = ("commits", "changes", "paths")
"""The tables that are read here."""


def changes_inside(facts: Facts, options: Options) -> pd.DataFrame:
    """Return the changes in the window and scopes asked for, by author date."""
    changes = changes_in_scopes(facts, options)
    if whole(options.window):
        return changes
    return changes[inside(_author_times(facts, changes), options.window, facts.moment.end)]


def changes_in_periods(facts: Facts, options: Options, by: str) -> tuple[pd.DataFrame, Periods]:
    """Return the changes in the scopes asked for, and their periods within the window, by author date."""
    changes = changes_in_scopes(facts, options)
    return changes, in_periods(_author_times(facts, changes), by, options.window, facts.moment.end)


def changes_in_scopes(facts: Facts, options: Options) -> pd.DataFrame:
    """Return the changes in the scopes asked for, of any time."""
    changes = facts["changes"]
    if options.scopes is None:
        return changes
    paths = facts["paths"]
    return changes[changes["path_id"].isin(paths.loc[paths["scope"].isin(options.scopes), "path_id"])]


def _author_times(facts: Facts, changes: pd.DataFrame) -> Times:
    commits = facts["commits"].sort_values("commit_id")
    rows = np.searchsorted(commits["commit_id"].to_numpy(), changes["commit_id"].to_numpy())
    return commits["author_time"].to_numpy()[rows]
