"""How one version of a file became the next, line by line."""

from __future__ import annotations

from typing import NamedTuple

DAYS = 366
"""How far back from the moment's end edits are read: every span of twelve months is in it."""


class Hunk(NamedTuple):
    """Neighbouring lines that became others; either may be none."""

    old: int
    """How many lines of the old content stand before it."""
    removed: int
    new: int
    """How many lines of the new content stand before it."""
    added: int


WHOLE = Hunk(0, 0, 0, 2**31 - 1)
"""How a file that was not there before came to be, however many lines it has."""


class Edit(NamedTuple):
    """What lies between two contents."""

    old: str
    """Object id."""
    new: str
    hunks: tuple[Hunk, ...]
    """In order; none if a content is too large or could not be read."""


EDITS_VERSION = "1"
"""Changed whenever other hunks are found between the same contents."""
