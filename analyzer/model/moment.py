"""The commit that figures are taken at."""

from __future__ import annotations

from dataclasses import dataclass


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
