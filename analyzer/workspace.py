"""Where things lie: a workspace holds `cache/` (mirrors, facts) and `reports/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that a user works in; nothing is created before it is needed."""

    root: Path

    @property
    def cache(self) -> Path:
        """Mirrors and facts: safe to delete, costs only time."""
        return self.root / "cache"

    @property
    def mirrors(self) -> Path:
        """Bare clones, one folder for a host, owner and name."""
        return self.cache / "mirrors"

    @property
    def database(self) -> Path:
        """The facts, in SQLite."""
        return self.cache / "diptych.sqlite"

    @property
    def followed(self) -> Path:
        """One line of JSON for each refresh, for other programs; lines are added and never changed."""
        return self.reports / "refreshes.jsonl"

    @property
    def reports(self) -> Path:
        """Where reports go unless told otherwise."""
        return self.root / "reports"
