"""What Radon says of Python files, and of folders and scopes of them."""

from __future__ import annotations

import pandas as pd

from analyzer.measure.folding import folders, key_columns
from analyzer.model.frames import Facts
from analyzer.model.metric import Options
from analyzer.model.scope import Scope

_PLACES = frozenset({"file", "folder", "function", "scope"})
"""Splits whose rows say where something is."""


def in_scope(table: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Return the rows of the scopes that are asked for.

    If none are: those of the source, but every row where the split itself says where each is.
    """
    if options.scopes is not None:
        return table[table["scope"].isin(options.scopes)]
    return table if options.by in _PLACES else table[table["scope"] == Scope.SOURCE.value]


def python_files(facts: Facts, options: Options) -> pd.DataFrame:
    """Return the table `radon` of the scopes asked for, with `folder`, `bugs`, `files` (1 each) and `not_parsed`.

    By file, those that could not be parsed are left out; otherwise they are there, with `files` 0.
    """
    table = in_scope(facts["radon"], options)
    lost = table["problem"] != ""
    table = table.assign(
        folder=pd.Series(folders(table["path"]), dtype="str", index=table.index),
        # As radon.metrics has it: Halstead thought that every 3,000 bits hold an error.
        bugs=table["volume"] / 3000,
        files=(~lost).astype("int64"),
        not_parsed=lost.astype("int64"),
    )
    return (table[~lost] if options.by == "file" else table).sort_values("path", ignore_index=True)


def sums(files: pd.DataFrame, by: str | None, names: list[str]) -> pd.DataFrame:
    """Return the sums of some columns by the columns of a split, which come first; one row without a split."""
    if by is None:
        return files[names].sum().to_frame().T.astype(files[names].dtypes)
    return files.groupby(key_columns(by), sort=True)[names].sum().reset_index()


def quotients(above: pd.Series[float], below: pd.Series[int]) -> pd.Series[float]:
    """Return `above` / `below`, NaN where there is nothing to divide by."""
    return above / below.where(below > 0)
