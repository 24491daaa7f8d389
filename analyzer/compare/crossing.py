"""What two repositories have in common: folders that were worked on at the same occasions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pandas as pd

from analyzer.model.comparison import Shared

LEAST_SHARED = 5
"""Occasions; below that it may be chance."""
FOLDERS_SHOWN = 5
MOST_FOLDERS = 50
"""On an occasion with more folders than this in one repository everything was changed."""


def crossing(names: Sequence[str], occasions: Mapping[str, pd.DataFrame]) -> tuple[Shared, ...]:
    """Return, for each two repositories in the order of `names`, the whole and then the folders most often together.

    `occasions` is repository -> `occasion`, `author` and `folder`, each row once: see measure/occasions.py. A pair of
    repositories that have no occasion in common has the whole with 0; one without a table is left out.
    """
    there = [name for name in names if name in occasions]
    found: list[Shared] = []
    for first, second in combinations(there, 2):
        found += _pair(first, second, occasions[first], occasions[second])
    return tuple(found)


def _pair(first: str, second: str, one: pd.DataFrame, other: pd.DataFrame) -> list[Shared]:
    common = set(one["occasion"]) & set(other["occasion"])
    mine, theirs = (table[table["occasion"].isin(common)] for table in (one, other))
    whole = Shared(first, second, len(common), len(set(mine["author"]) & set(theirs["author"])))
    met = _few(mine).merge(_few(theirs), on="occasion", suffixes=("", "_other"))
    met = met.assign(both=met["author"].where(met["author"] == met["author_other"]))
    groups = met.groupby(["folder", "folder_other"], sort=True)
    counts = groups.agg(together=("occasion", "nunique"), people=("both", "nunique")).reset_index()
    counts = counts[counts["together"] >= LEAST_SHARED]
    each, every = (table.groupby("folder")["occasion"].nunique() for table in (one, other))
    pairs = [
        Shared(
            first,
            second,
            int(row["together"]),
            int(row["people"]),
            str(row["folder"]),
            str(row["folder_other"]),
            100 * int(row["together"]) / int(min(each[row["folder"]], every[row["folder_other"]])),
        )
        for row in counts.to_dict("records")
    ]
    pairs.sort(key=lambda one: (-one.together, -(one.share or 0), one.first_folder, one.second_folder))
    return [whole, *pairs[:FOLDERS_SHOWN]]


def _few(table: pd.DataFrame) -> pd.DataFrame:
    return table[table.groupby("occasion")["folder"].transform("nunique") <= MOST_FOLDERS]
