"""The health file of `diptych watch`: one JSON object that says how it stands, replaced whole each time."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from analyzer import whole
from analyzer.model import wording

BROKEN_OFF = 130
"""Exit code of a refresh that was told to stop in its middle."""


class State(StrEnum):
    """What a watch is doing."""

    WAITING = "waiting"
    REFRESHING = "refreshing"
    STOPPED = "stopped"


@dataclass(slots=True)
class Health:
    """Writes the health file; `seen` in it is when the watch last looked at the clock."""

    path: Path
    pid: int
    _last: dict[str, object] = field(default_factory=dict)

    def broken_off(self) -> bool:
        """Whether the file tells of a refresh that did not come to its end: it was told to stop, or killed.

        What the file says of the last refresh is taken over. A file that cannot be read says nothing.
        """
        try:
            known = json.loads(self.path.read_text(encoding="utf-8"))
            self._last = dict(known["last"] or {})
            return known["state"] == State.REFRESHING or self._last.get("exit_code") == BROKEN_OFF
        except (OSError, ValueError, TypeError, KeyError):
            return False

    def ended(self, begun: int, ended: int, code: int) -> None:
        """Remember how the last refresh ended."""
        self._last = {"begun": wording.instant(begun), "ended": wording.instant(ended), "exit_code": code}

    def write(self, state: State, now: int, *, due: int | None) -> None:
        """Replace the file. Raises OSError where that cannot be."""
        plain = {
            "schema_version": 1,
            "state": state.value,
            "pid": self.pid,
            "seen": wording.instant(now),
            "due": None if due is None else wording.instant(due),
            "last": self._last or None,
        }
        whole.write(self.path, (json.dumps(plain, sort_keys=True) + "\n").encode(), mode=0o644)
