"""What the user wants of the report itself: which sections in which order, and what becomes of earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Layout:
    """The user's choice; without one, all sections on the shelf in their usual order."""

    sections: tuple[str, ...] | None = None
    """Names of the only sections, in the order of the report; None for all."""
    hidden: frozenset[str] = field(default_factory=frozenset)
    """Names of sections that are left out."""
    keep: int = 30
    """So many earlier reports of a name are kept in a folder of reports."""
    shelf: bool | None = None
    """Whether the report's folder gets a list of its reports and keeps earlier ones; None if it is the usual folder."""

    def arranged(self, shelf: Iterable[tuple[str, Thing]]) -> tuple[Thing, ...]:
        """Return what to show, given all (name, section) in their usual order."""
        known = dict(shelf)
        names = known if self.sections is None else [name for name in self.sections if name in known]
        return tuple(known[name] for name in names if name not in self.hidden)
