"""Which things change in the same commits: sparse counting of pairs, without a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analyzer.measure.windows import Times

Numbers = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of numbered things; a row each, `first` < `second`, in this order."""

    first: Times
    second: Times
    together: Times
    """In how many commits both are."""


def count_pairs(commits: Numbers, things: Numbers, least: int) -> Pairs:
    """Return the pairs of things that at least `least` commits have both of.

    `commits` and `things` (numbers from 0) say which thing is in which commit; saying so twice is saying so once. A
    commit with n things costs n * (n - 1) / 2 numbers of memory: large ones are left out before.
    """
    width = int(things.max(initial=0)) + 1
    _, commits = np.unique(commits, return_inverse=True)
    commits, things = np.divmod(np.unique(commits * width + things), width)
    sizes = np.bincount(commits)
    starts = np.cumsum(sizes) - sizes
    codes = [_codes(things, starts[sizes == size], int(size), width) for size in np.unique(sizes).tolist() if size > 1]
    pairs, together = np.unique(np.concatenate([np.array([], np.int64), *codes]), return_counts=True)
    kept = together >= least
    first, second = np.divmod(pairs[kept], width)
    return Pairs(first, second, together[kept].astype(np.int64))


def _codes(things: Numbers, starts: Numbers, size: int, width: int) -> Times:
    """Return a number for each pair in each commit of one size; a commit's things stand from its start, ascending."""
    rows = things[starts[:, None] + np.arange(size)]
    lower, upper = np.triu_indices(size, 1)
    codes: Times = (rows[:, lower] * width + rows[:, upper]).ravel()
    return codes
