"""Where one figure comes from, and what git alone says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analyzer.model.numbers import Number

_CLOSE = 1e-5
"""Commands print six digits behind the point."""


@dataclass(frozen=True, slots=True)
class Audited:
    """One figure held against git's."""

    repository: str
    slug: str
    title: str
    unit: str
    value: Number | None
    """As Diptych has it; None where it cannot be told."""
    command: str
    """What was run in the mirror."""
    git: Number | None = None
    """What that printed; None if it printed no number, or was not run."""
    problem: str = ""
    """What it said instead, in one line."""

    @property
    def match(self) -> bool:
        """Whether both say the same; what cannot be told is held against nothing."""
        if self.value is None:
            return True
        return self.git is not None and abs(self.value - self.git) <= _CLOSE * max(1, abs(self.value))


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure of one repository with all that it depends on."""

    metric: str
    unit: str
    repository: str
    location: str
    branch: str
    sha: str
    time: int
    """When the commit was committed; seconds since 1970 in UTC, as all times here."""
    end: int
    """When windows end."""
    value: Number | str | None
    parts: Mapping[str, Number] = field(default_factory=dict)
    label: str = ""
    note: str = ""
    window: str = ""
    """Its name; empty where the metric has none."""
    after: int | None = None
    """The last second before the window; None for all time."""
    until: int | None = None
    """The last second of the window; likewise."""
    definition: str = ""
    """Of comment; empty where it has no effect."""
    identity: str = ""
    """The rule for people; likewise."""
    exclude: tuple[str, ...] = ()
    """Paths that the configuration leaves out of line figures."""
    not_counted: Mapping[str, int] = field(default_factory=dict)
    """Reason -> files of the tree that line figures are without; empty where no file is read."""
    floor: bool = False
    """Whether there is at least so much: the history is incomplete, and all of it could only say more."""
    incomplete: bool = False
    """Whether a part of the history is missing."""
    command: str = ""
    """What gives the value with git alone; empty if nothing does."""
