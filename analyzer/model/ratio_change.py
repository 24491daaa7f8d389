"""Why a ratio changed between two commits: plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FOLDER, FILE, COMMIT = "folder", "file", "commit"
SPLITS = (FOLDER, FILE, COMMIT)
"""The ways in which a change is split, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class RatioEnd:
    """The ratio at one of the two commits."""

    sha: str
    time: int
    """Committer's; seconds since 1970 in UTC."""
    numerator: int
    """Lines above the bar; mostly comment lines."""
    denominator: int
    """Lines below it, more than 0; mostly lines of comment and code."""
    label: str = ""
    """What the user asked for ("2015-01-01", "4.0"); empty for the head."""

    @property
    def value(self) -> float:
        """The ratio in percent."""
        return 100 * self.numerator / self.denominator


@dataclass(frozen=True, slots=True)
class RatioPart:
    """What one folder, file or commit did to a ratio."""

    name: str
    """Path, folder or full hash; of a moment off the trunk, its hash stands for all that its branch has of its own."""
    points: float
    """Percentage points, signed."""
    numerator: int
    """Change of the lines above the bar."""
    denominator: int
    """Change of the lines below it."""
    title: str = ""
    """A commit's subject."""
    time: int | None = None
    """A commit's committer time; seconds since 1970 in UTC."""


@dataclass(frozen=True, slots=True)
class RatioSplit:
    """The parts of a change, largest first; with the rest they sum to it."""

    parts: tuple[RatioPart, ...]
    others: int = 0
    """How many parts are in the rest."""
    rest: RatioPart | None = None
    """The sum of those that are not listed; None if all are."""


@dataclass(frozen=True, slots=True)
class RatioChange:
    """The change of one repository's ratio from one commit to another, split in several ways."""

    repository: str
    metric: str
    definition: str
    start: RatioEnd
    end: RatioEnd
    points: float
    """Percentage points, signed: the end's value less the start's."""
    splits: Mapping[str, RatioSplit]
    """By the names in `SPLITS`."""
    above: str = "comment lines"
    """What is counted above the bar."""
    below: str = "comment and code lines"
    """What is counted below it."""
