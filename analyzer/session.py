"""What every stage of one run shares."""

from __future__ import annotations

from dataclasses import dataclass, field

from analyzer.model.people import People
from analyzer.model.project import Project
from analyzer.model.quality import Quality
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.model.uncounted import NotCounted
from analyzer.progress import Progress
from analyzer.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """One run of Diptych: where, how parallel, who listens, and when."""

    workspace: Workspace
    jobs: int
    progress: Progress
    now: int
    """The moment at which the run began, seconds since 1970 in UTC; only for the log of refreshes."""
    quality: Quality = field(default_factory=Quality)
    """Which parts of the code's quality are read."""
    people: People = field(default_factory=People)
    """What the user says about people."""
    projects: tuple[Project, ...] = ()
    """Repositories that are one column together."""


@dataclass(frozen=True, slots=True)
class Read:
    """A repository whose facts are in the store."""

    spec: RepositorySpec
    mirror: Mirror
    repository: int
    """Its number in the store."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh brought: repositories that can be measured, and those that could not be read at all."""

    read: tuple[Read, ...]
    failed: tuple[NotCounted, ...]
