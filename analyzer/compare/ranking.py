"""Whether the order of repositories holds under every definition, scope and date, and where it turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

LEVEL = 0.05
"""Percentage points: values nearer than this print as the same tenth, and count as level."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The order of the repositories under one definition and scope, at one date."""

    definition: str
    scope: str
    time: int
    """Seconds since 1970 in UTC."""
    values: Mapping[str, float]
    """Repository -> percent; those without a value are left out."""

    def order(self, first: str, second: str) -> int | None:
        """Return 1 if the first stands above, -1 if below, 0 if level, None if one has no value."""
        if first not in self.values or second not in self.values:
            return None
        difference = self.values[first] - self.values[second]
        if abs(difference) < LEVEL:
            return 0
        return 1 if difference > 0 else -1


@dataclass(frozen=True, slots=True)
class Turn:
    """How two repositories stand to each other over all standings of one kind."""

    first: str
    second: str
    above: tuple[str, ...]
    """Definitions under which the first stands above."""
    below: tuple[str, ...]
    level: tuple[str, ...]

    @property
    def turns(self) -> bool:
        """Whether the order depends on the definition."""
        return sum(bool(group) for group in (self.above, self.below, self.level)) > 1


def turn(first: str, second: str, standings: Iterable[Standing]) -> Turn:
    """Return how two repositories stand under the definitions of these standings, in their order."""
    groups: dict[int, list[str]] = {1: [], -1: [], 0: []}
    for standing in standings:
        order = standing.order(first, second)
        if order is not None:
            groups[order].append(standing.definition)
    return Turn(first, second, tuple(groups[1]), tuple(groups[-1]), tuple(groups[0]))


def sentence(found: Turn, docstrings: Mapping[str, bool]) -> str:
    """Say in one sentence where the order holds and where it turns; `docstrings` tells who counts them."""
    tried = len(found.above) + len(found.below) + len(found.level)
    if not tried:
        return f"{found.first} and {found.second} cannot be ranked: one of them has no value."
    leading, trailing = found.first, found.second
    above, below = found.above, found.below
    if len(below) > len(above):
        leading, trailing, above, below = trailing, leading, below, above
    if not above:
        return f"{leading} and {trailing} are level under {_count(found.level, docstrings, tried)}."
    text = f"{leading} stands above {trailing} under {_count(above, docstrings, tried)}"
    if below:
        text += f"; below it under {_count(below, docstrings, tried)}"
    if found.level:
        text += f"; level with it under {_count(found.level, docstrings, tried)}"
    return text + "."


def _count(definitions: Sequence[str], docstrings: Mapping[str, bool], tried: int) -> str:
    if len(definitions) == tried:
        return "every definition"
    counting = {docstrings.get(name, True) for name in definitions}
    if len(counting) == 2:
        which = ""
    else:
        which = " that counts docstrings" if counting == {True} else " that does not count docstrings"
        if len(definitions) > 1:
            which = which.replace("counts", "count").replace("does", "do")
    names = ", ".join(definitions)
    return f"{len(definitions)} definition{'s' if len(definitions) > 1 else ''}{which} ({names})"
