"""How many different lines there are among all lines, in any scopes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analyzer.model.frames import Facts
from analyzer.model.lines import PARTITION
from analyzer.model.metric import Options
from analyzer.model.unique_lines import read

UNIQUE_TABLES = ("unique_lines", "files")
"""The tables that `unique_sums` reads."""
UNIQUE_SPLITS = ("language", "scope")
"""The ways in which it can split."""
ALONE = "It is not known which lines the repositories of a project have in common."
"""Why there is no such sum of several repositories."""
_ALL = ""


def unique_sums(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `unique`, `shared` and `lines` by `options.by`, its columns first; one row without it.

    `unique` is how many different lines the files have, in the scopes asked for; `shared` how many of these are in more
    than one file; `lines` all lines of the files. What is unique in each of two scopes or languages may be in both, so
    that the parts may sum to more than the whole.
    """
    files = facts["files"]
    files = files[files["language"] != ""]
    if options.scopes is not None:
        files = files[files["scope"].isin(options.scopes)]
    if options.by is None:
        unique, shared = _unique(facts["unique_lines"], _ALL, options.scopes)
        return pd.DataFrame({"unique": [unique], "shared": [shared], "lines": [_lines(files)]})
    names = sorted(set(files[options.by]))
    found = np.array([_of_group(facts, options, name) for name in names], np.int64).reshape(-1, 2)
    lines = np.array([_lines(files[files[options.by] == name]) for name in names], np.int64)
    keys = pd.Series(names, dtype="str")
    return pd.DataFrame({options.by: keys, "unique": found[:, 0], "shared": found[:, 1], "lines": lines})


def _of_group(facts: Facts, options: Options, name: str) -> tuple[int, int]:
    if options.by == "scope":
        return _unique(facts["unique_lines"], _ALL, frozenset({name}))
    return _unique(facts["unique_lines"], name, options.scopes)


def _lines(files: pd.DataFrame) -> int:
    return int(files[list(PARTITION)].to_numpy(np.int64).sum())


def _unique(table: pd.DataFrame, language: str, scopes: frozenset[str] | None) -> tuple[int, int]:
    """Return how many different lines are in any of the scopes, and in more than one file of them."""
    mine = table[table["language"] == language]
    unique = shared = 0
    for where, count in zip(mine["scopes"], mine["count"], strict=True):
        files = sum(number for scope, number in read(where).items() if scopes is None or scope in scopes)
        unique += int(count) if files else 0
        shared += int(count) if files > 1 else 0
    return unique, shared
