"""One repository's facts away from their database: tables of plain columns, and what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Column = Numbers | Reals | list[str] | list[bytes]
"""Whole numbers with `NOTHING` for null; real numbers; texts; or object ids of equal length."""
Columns = Mapping[str, Column]
Tables = Mapping[str, Columns]
"""Table -> column -> its values, all of a table equally many.

Whatever one row says of another, it says by number: rows of a table that others point to are counted from 1, in the
order in which they stand, and 0 is none. Numbers of the database that they came from are in none of them.
"""

NOTHING = -(1 << 62)
"""Stands for null among whole numbers."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What carried facts are facts of, and by which rules they were read."""

    location: str
    """Where the repository came from, without credentials."""
    name: str
    """What it was called; only for people."""
    branch: str
    head: str
    """Full hash of the newest commit."""
    time: int
    """Its committer time; seconds since 1970 in UTC."""
    shape: str
    """Fingerprint of the tables."""
    counters: Mapping[str, str]
    """Versions of what classifies paths and counts lines: facts of others cannot be used."""
    contents: str = ""
    """SHA-256 of the object ids of all contents, in order: the ids themselves stay behind."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Part of the facts (stages/parts/) that was read as of the head -> version of what read it."""
    exclude: tuple[str, ...] = ()
    """Patterns of what was left out when different lines were counted."""
    months: int = 0
    """How far back recent changes were looked at,"""
    commits: int = 0
    """and how many of them at most."""
    made_by: str = ""
    """Version of Diptych."""
