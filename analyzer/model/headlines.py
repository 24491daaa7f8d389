"""The few figures of a repository that a reader follows from one report to the next."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.model.numbers import Number

HEADLINES = ("commits", "contributors", "commits-12m", "contributors-12m", "lines", "files", "comment-ratio")
"""Slugs of rows of the comparison, in reading order."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline figure of one repository."""

    slug: str
    title: str
    unit: str
    """As in Metric."""
    value: Number | str | None
    definition: str = ""
    """Of comment, where it has one."""
    floor: bool = False
    """Whether there is at least so much, as a part of the history is missing."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says of one repository."""

    name: str
    location: str
    branch: str
    sha: str
    time: int
    """Committer time of the commit; seconds since 1970 in UTC."""
    figures: tuple[Figure, ...]
    state: str = ""
    """Of a project, which has no commit of its own, what stands for those of its repositories; else empty."""


@dataclass(frozen=True, slots=True)
class Headlines:
    """What a report says in short."""

    title: str
    end: int
    """When windows end; seconds since 1970 in UTC."""
    version: str
    """Of Diptych."""
    repositories: tuple[Said, ...]
