"""The commit that figures are taken at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of one repository, and the end of its time windows."""

    sha: str
    """The commit."""
    time: int
    """Its committer time; seconds since 1970 in UTC."""
    position: int
    """Its place on the trunk; for a commit off the trunk, that of the trunk commit it branched from."""
    end: int
    """When windows end: the date asked for, else the newest head of the comparison; seconds since 1970 in UTC."""
    on_trunk: bool = True
    label: str = ""
    """What the user asked for ("2020-07-01", "2.0"); empty for the head."""


def joined_moment(moments: Sequence[Moment]) -> Moment:
    """Return the moment of a project from those of its repositories, at least one; it has no hash of its own."""
    newest = max(moments, key=lambda one: one.time)
    last = sum(one.position + 1 for one in moments) - 1
    return replace(newest, sha="", position=last, end=max(one.end for one in moments))
