"""What came of holding the cache against a cold reading: one value for each table of a repository's facts."""

from __future__ import annotations

import math
from dataclasses import dataclass

SHOWN = 3
"""So many rows that differ are kept of a table."""


@dataclass(frozen=True, slots=True)
class Draw:
    """How much is read again, where not all of it is."""

    amount: float
    """A number of commits, and of contents of each table; or a share of them, from 0 to 100."""
    percent: bool
    seed: int
    """The same seed draws the same from the same facts."""

    def size(self, total: int) -> int:
        """Return how many of `total` are drawn: of a share at least one."""
        wanted = math.ceil(total * self.amount / 100) if self.percent else int(self.amount)
        return min(wanted, total)

    def __str__(self) -> str:
        return f"{self.amount:g} %" if self.percent else f"{self.amount:g}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not the same on both sides."""

    key: str
    """What tells the row from others, in words."""
    kept: str
    """What differs, as the cache has it; empty if it has no such row."""
    cold: str
    """The same as it was read again; likewise."""


@dataclass(frozen=True, slots=True)
class TableCheck:
    """One table: how many rows were compared, and their canonical hashes."""

    name: str
    rows: int
    """Of the cold reading."""
    kept: str
    """Hash of the cache's rows, in hexadecimal digits; equal for equal rows, in whatever order they are stored."""
    cold: str
    """Hash of those that were read again."""
    differing: int = 0
    """How many rows are on one side only, or not the same on both."""
    differences: tuple[Difference, ...] = ()
    """The first of them, by key."""
    note: str = ""
    """Why it was compared in part only, or not at all; empty if it was compared whole."""
    compared: bool = True

    @property
    def equal(self) -> bool:
        """Whether nothing was found to differ."""
        return self.kept == self.cold


@dataclass(frozen=True, slots=True)
class Verification:
    """One repository: all its tables."""

    repository: str
    sha: str
    """Its head, which was read again."""
    tables: tuple[TableCheck, ...]
    draw: Draw | None = None
    """What was read again; None for all."""
    mended: tuple[str, ...] = ()
    """What the cache lacked, by table, and any command would have read again: it was, before it was compared."""

    @property
    def equal(self) -> bool:
        """Whether nothing was found to differ."""
        return all(table.equal for table in self.tables)
