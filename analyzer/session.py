"""What every stage of one run shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from analyzer.model.people import People
from analyzer.model.project import Project
from analyzer.model.quality import Quality
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.progress import Progress
from analyzer.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """One run of Diptych: where, how parallel, who listens, and when."""

    workspace: Workspace
    jobs: int
    progress: Progress
    now: int
    """The moment at which the run began, seconds since 1970 in UTC; only for the record of refreshes."""
    quality: Quality = field(default_factory=Quality)
    """Which parts of the code's quality are read."""
    people: People = field(default_factory=People)
    """What the user says about people."""
    projects: tuple[Project, ...] = ()
    """Repositories that are one column together."""
    clock: Callable[[], int] | None = None
    """What tells the moment at which something ends; without it, everything ends when it began."""
    taken_over: bool = False
    """Whether the refresh before this one was killed."""

    def ended(self) -> int:
        """Return the moment at which what is over now has ended, seconds since 1970 in UTC."""
        return self.clock() if self.clock else self.now


@dataclass(frozen=True, slots=True)
class Read:
    """A repository whose facts are in the store."""

    spec: RepositorySpec
    mirror: Mirror
    repository: int
    """Its number in the store."""
    new_commits: int = 0
    """Commits that were added to the facts just now."""
    notes: tuple[str, ...] = ()
    """What was noticed on the way, in sentences that begin with its name."""
    lacked: tuple[str, ...] = ()
    """What the cache lacked of it, by table, before it was read just now (stages/lacking.py)."""

    @property
    def stale(self) -> NotCounted | None:
        """Why it could not be brought up to date, if so: then it is in an earlier state."""
        return next((one for one in self.mirror.troubles if one.reason is Reason.NOT_UPDATED), None)

    @property
    def behind(self) -> NotCounted | None:
        """Likewise, but not for facts that were carried here: these are meant to stand in for a host."""
        return None if self.mirror.carried else self.stale


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh brought: repositories that can be measured, and those that could not be read at all."""

    read: tuple[Read, ...]
    failed: tuple[NotCounted, ...]
