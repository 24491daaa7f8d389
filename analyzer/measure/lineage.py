"""Which file of the tree a change belongs to: renames followed from what a file was called to what it is called."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analyzer.measure.derived import derived
from analyzer.measure.windows import Mask, Times
from analyzer.model.frames import Facts

LINEAGE_TABLES = ("changes", "paths", "files")
"""The tables that are read here."""


@derived()
def present_paths(facts: Facts) -> pd.Series[str]:
    """Return, for each row of `changes` in its order, the path in the tree of the file that it changed; NA for none.

    Commits are gone through from the newest: a rename gives its earlier path, and all that was changed under it
    before, to the file that it became. What a side branch did to a path that the trunk had renamed by then goes there,
    too. A path that was deleted and later added again is one file. A copy is a file of its own.
    """
    changes, paths = facts["changes"], facts["paths"]
    in_tree = paths["path"].isin(facts["files"]["path"]).to_numpy()
    there = pd.Series(paths["path"].to_numpy()[in_tree], index=paths["path_id"].to_numpy()[in_tree], dtype="str")
    current = _followed(changes, set(there.index))
    return there.reindex(current).set_axis(changes.index)


def _followed(changes: pd.DataFrame, in_tree: set[int]) -> Times:
    commit, path, previous = (changes[name].to_numpy() for name in ("commit_id", "path_id", "previous_id"))
    current: Times = path.copy()
    renamed = previous != 0
    # Most paths never had another name, and need no walk.
    concerned = np.flatnonzero(np.isin(path, np.concatenate([path[renamed], previous[renamed]])))
    now: dict[int, int] = {}
    for rows in _newest_first(commit, path, concerned):
        # All of a commit's renames happen at once: two files may have changed places.
        current[rows] = [now.get(one, one) for one in path[rows].tolist()]
        moved = rows[renamed[rows]]
        now.update(zip(previous[moved].tolist(), current[moved].tolist(), strict=True))
    lost = concerned[_outside(current[concerned], in_tree)]
    current[lost] = [now.get(one, one) for one in current[lost].tolist()]
    return current


def _newest_first(commit: Times, path: Times, concerned: Times) -> Iterator[Times]:
    """Yield the rows of one commit after the other; commits have higher numbers than their parents."""
    order = concerned[np.lexsort((path[concerned], -commit[concerned]))]
    starts = np.flatnonzero(np.diff(commit[order])) + 1
    yield from (rows for rows in np.split(order, starts) if len(rows))


def _outside(numbers: Times, known: set[int]) -> Mask:
    return np.array([number not in known for number in numbers.tolist()], dtype=np.bool_)
