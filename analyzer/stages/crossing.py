"""Facts -> what several repositories have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.model.comparison import Shared
    from analyzer.model.frames import Facts, Table

SWITCH = "coupling"
"""The key of `[quality]` that turns it off."""
NEEDS = ("commits", "changes", "paths", "files")


def occasions(known: Facts) -> Table:
    """Return when which folders of one repository were worked on, over its whole history."""
    from analyzer.measure.occasions import occasions as measure

    return measure(known)


def shared(names: Sequence[str], found: Mapping[str, Table]) -> tuple[Shared, ...]:
    """Return the occasions at which two of the repositories were worked on."""
    from analyzer.compare.crossing import crossing

    return crossing(names, found)
