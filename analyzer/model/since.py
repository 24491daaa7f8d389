"""What changed between two states that refreshes found, and what of it somebody wanted to be told. Ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.model.headlines import Figure
from analyzer.model.numbers import Number
from analyzer.model.ratio_change import RatioPart


@dataclass(frozen=True, slots=True)
class Moved:
    """One headline figure, then and now."""

    now: Figure
    then: Number | str | None
    """None where it cannot be told."""

    @property
    def difference(self) -> Number | None:
        """How much it grew; None where one of the two cannot be told."""
        if isinstance(self.then, int | float) and isinstance(self.now.value, int | float):
            return self.now.value - self.then
        return None


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one column of the comparison: a repository, or a project of several."""

    repository: str
    """The column's head; of a member, the repository's name."""
    sha: str
    """Where it is now; empty for a project of several."""
    sha_before: str
    """Where it was; empty if it was not known yet, and for a project of several."""
    rewritten: bool = False
    """Whether the commit of before is no longer part of the branch: then it cannot be told what is new."""
    commits: int = 0
    """New commits."""
    people: int = 0
    """Authors, by name, who had no commit before."""
    names: tuple[str, ...] = ()
    """Of some of them."""
    releases: tuple[str, ...] = ()
    """Tags that are versions and were not there before."""
    figures: tuple[Moved, ...] = ()
    points: float = 0.0
    """By how many percentage points the comment ratio moved."""
    movers: tuple[RatioPart, ...] = ()
    """The commits of the trunk that moved it most."""
    notes: tuple[str, ...] = ()
    """What refreshes noticed in between."""
    members: tuple[Change, ...] = ()
    """Of a project of several: where each of its repositories is and was, without figures."""

    @property
    def anything(self) -> bool:
        """Whether there is something to tell."""
        return any(member.anything for member in self.members) or self.sha != self.sha_before

    @property
    def told(self) -> bool:
        """Whether it can be told what is new: where it was is known, and is still part of it."""
        if self.members:
            return all(member.told for member in self.members)
        return bool(self.sha_before) and not self.rewritten


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last refresh that found another state."""

    before: int
    """When the earlier state was found last; seconds since 1970 in UTC."""
    after: int
    """When the state of now was found first."""
    changes: tuple[Change, ...]
    """In the order of the comparison's columns."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A threshold that somebody set."""

    name: str
    """Unique in the configuration."""
    metric: str
    repository: str
    """Name of a repository or project."""
    operator: str
    """"=", or one of COMPARISONS in model/claim.py."""
    value: Number
    """In the metric's unit."""
    changed: bool = False
    """Whether the value is compared with the change since the last refresh that found another state."""
    definition: str = ""
    """Of comment; empty for the comparison's own."""
    window: str = "all"
    identity: str = "openhub"


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alert with what was measured."""

    alert: Alert
    unit: str
    title: str
    """Of the metric."""
    measured: Number | None
    """The value, or its change; None where it cannot be told."""
    raised: bool
