"""What outlives a rebuild of the facts: when repositories were refreshed, and what reports said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.model.numbers import Number


@dataclass(frozen=True, slots=True)
class Refresh:
    """One refresh of one repository."""

    location: str
    started: int
    """Seconds since 1970 in UTC."""
    finished: int | None
    """Likewise; None while it runs, and for ever if the process was killed."""
    head_before: str | None
    """The head that was mined before; None if there was none."""
    head_after: str | None
    """The head that is mined now; None if the refresh did not come to its end."""
    new_commits: int | None
    """Commits that were added; None while it runs."""
    outcome: str
    """"ok", else the slug of the error; empty while it runs."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a round found of one repository."""

    name: str
    """As the configuration calls it."""
    location: str
    """Where it was read from, without credentials; its name, where nothing could be read."""
    outcome: str
    """OK, STALE or FAILED."""
    branch: str = ""
    head: str = ""
    """The commit that figures are taken at; empty if there is no state of it."""
    head_time: int | None = None
    """Its committer time; seconds since 1970 in UTC."""
    new_commits: int = 0
    detail: str = ""
    """Why it is not fresh."""
    notes: tuple[str, ...] = ()
    """What was noticed: a rewritten history, another default branch, a remote that moved."""
    tags: tuple[str, ...] | None = None
    """The names of its tags; None where they are those of the visit before."""
    figures: Mapping[str, Number | str | None] = field(default_factory=dict)
    """Headline figures by the slug of their row; empty where they were not measured."""


OK, STALE, FAILED = "ok", "not updated", "failed"
"""Outcomes of a visit: read; an earlier state is shown; there is no state to show."""


@dataclass(frozen=True, slots=True)
class Round:
    """One refresh of all the repositories that a command was about."""

    number: int
    """In the order of rounds; 0 before it is stored."""
    title: str
    """Of the comparison."""
    started: int
    """Seconds since 1970 in UTC; no two rounds have the same."""
    finished: int
    visits: tuple[Visit, ...]
    taken_over: bool = False
    """Whether the round before it was killed."""

    @property
    def outcome(self) -> str:
        """Say how it ended: OK if everything was read, FAILED if of something there is no state to show, else STALE."""
        found = {visit.outcome for visit in self.visits}
        return OK if found <= {OK} else FAILED if FAILED in found else STALE


@dataclass(frozen=True, slots=True)
class State:
    """Which commits some repositories were at."""

    number: int
    """Of the first round that found it."""
    until: int
    """Number of the last round that found it."""
    first: int
    """When that round began; seconds since 1970 in UTC."""
    last: int
    """When the last round that found it began."""
    heads: Mapping[str, str]
    """Location -> hash; a repository that was not known yet has none."""
