"""What a check is, what it may look at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from analyzer.acquire.location import Location, parse_location
from analyzer.config import Configuration
from analyzer.errors import BadSpec, ConfigError
from analyzer.model.repository import RepositorySpec
from analyzer.workspace import Workspace


class Level(StrEnum):
    """How bad it is."""

    GOOD = "ok"
    WARNING = "warning"
    """A run goes on, but less comes of it."""
    FAILED = "failed"
    """A run would fail."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    words: str
    advice: str = ""
    """What to do, or what will happen; empty if all is well."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What checks may look at."""

    workspace: Workspace
    environment: Mapping[str, str]
    configuration: Configuration | None = None
    """None if there is none, or none that can be used."""
    problem: ConfigError | None = None
    """Why the configuration cannot be used."""
    seconds: float = 5
    """How long to wait for a host."""
    offline: bool = False
    """Whether no host is asked."""

    def remotes(self) -> Iterator[tuple[RepositorySpec, Location]]:
        """Yield the repositories of the configuration that have to be brought."""
        wanted = self.configuration
        for spec in wanted.repositories if wanted else ():
            try:
                location = parse_location(spec.location, base=wanted.base if wanted else self.workspace.root)
            except BadSpec:
                continue
            if location.local is None:
                yield spec, location


@dataclass(frozen=True, slots=True)
class Check:
    """One file of the shelf `checks/`."""

    module: str
    title: str
    order: int
    look: Callable[[Surroundings], Iterator[Finding]]

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.module.rpartition(".")[2]


def good(words: str) -> Finding:
    """Return that all is well."""
    return Finding(Level.GOOD, words)


def warning(words: str, advice: str) -> Finding:
    """Return that a run goes on, but less comes of it."""
    return Finding(Level.WARNING, words, advice)


def failed(words: str, advice: str) -> Finding:
    """Return that a run would fail."""
    return Finding(Level.FAILED, words, advice)
