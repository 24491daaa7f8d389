"""What of the code's quality is read, beside its lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quality:
    """The switches of `[quality]`, each for one part, and how far back the costly ones look."""

    radon: bool = True
    """Complexity, Halstead's measures and maintainability of the files of the tree."""
    changes: bool = True
    """What PyDriller says of recent commits."""
    coupling: bool = True
    """Hot spots, and files that change together."""
    survival: bool = True
    """When each line was written, and by whom."""
    evolution: bool = True
    """Complexity and annotations month by month."""
    duplicates: bool = True
    """Lines that are there more than once."""
    months: int = 12
    """How far back PyDriller looks."""
    commits: int = 500
    """The most commits of each repository that PyDriller looks at, the newest first."""

    def on(self, switch: str) -> bool:
        """Whether a part is read; the empty switch is of those that always are."""
        return not switch or bool(getattr(self, switch))
