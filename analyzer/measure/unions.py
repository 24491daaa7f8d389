"""Things that turn out to be one, and why each pair of them was joined."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple


class Join(NamedTuple):
    """Two groups became one."""

    reason: str
    one: int
    other: int
    """The two things that showed it, by their numbers."""


class Unions:
    """Groups of things numbered from 0, each of its own at first."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self.joins: list[Join] = []

    def group(self, thing: int) -> int:
        """Return the number that stands for a thing's group."""
        above = self._above
        while above[thing] != thing:
            above[thing] = above[above[thing]]
            thing = above[thing]
        return thing

    def join(self, one: int, other: int, reason: str) -> None:
        """Make one group of two; a second reason for the same group is not kept."""
        left, right = sorted((self.group(one), self.group(other)))
        if left != right:
            self._above[right] = left
            self.joins.append(Join(reason, one, other))

    def join_equal(self, keys: Sequence[Hashable | None], reason: str) -> None:
        """Join all things whose keys are equal; None is equal to nothing."""
        first: dict[Hashable, int] = {}
        for thing, key in enumerate(keys):
            if key is not None:
                self.join(first.setdefault(key, thing), thing, reason)
