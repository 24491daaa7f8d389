"""One refresh at a time in a workspace: who holds it, and who held it when it was cut off."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from analyzer import whole
from analyzer.errors import RefreshHeld, StoreError
from analyzer.model import wording
from analyzer.workspace import Workspace

LOCK = "refresh.lock"
"""Name of the file in the cache whose lock is held."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that refreshes a workspace."""

    pid: int
    since: int
    """Seconds since 1970 in UTC."""

    @property
    def alive(self) -> bool:
        """Whether there is a process of this number."""
        try:
            os.kill(self.pid, 0)
        except PermissionError:
            return True  # somebody else's
        except (ProcessLookupError, OverflowError, ValueError):
            return False
        return True

    def told(self) -> str:
        """Return "process 4711 since 26 November 2026, 10:15:00 UTC"."""
        return f"process {self.pid} since {wording.day(self.since)}, {wording.moment(self.since):%H:%M:%S} UTC"


@contextmanager
def alone(workspace: Workspace, now: int) -> Iterator[Holder | None]:
    """Hold the workspace against other refreshes; yield the holder that was killed before it came to its end, if any.

    The system lets go of a dead process's lock, so that nothing is to be cleared by hand. Raises RefreshHeld while
    another process lives that holds it, and StoreError where no lock can be made.
    """
    try:
        workspace.cache.mkdir(parents=True, exist_ok=True)
        lock = FileLock(workspace.cache / LOCK)
        lock.acquire(blocking=False)
    except Timeout:
        told = known.told() if (known := holder(workspace)) else "another process"
        hint = "wait until it has finished; what it reads is there for this command, too"
        raise RefreshHeld(f"{workspace.root} is being refreshed by {told}", hint=hint) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StoreError(f"{workspace.cache} cannot be written: {reason}", hint="choose another workspace") from error
    try:
        killed = holder(workspace)
        _write(_place(workspace), Holder(os.getpid(), now))
        yield killed
        _place(workspace).unlink(missing_ok=True)
    except BaseException:
        # Whoever leaves by an error has left, too: only a killed process is remembered.
        _place(workspace).unlink(missing_ok=True)
        raise
    finally:
        lock.release()


def holder(workspace: Workspace) -> Holder | None:
    """Return who says to hold the workspace: a living process, or one that was killed; None if nobody does."""
    try:
        plain = json.loads(_place(workspace).read_text(encoding="utf-8"))
        return Holder(int(plain["pid"]), int(plain["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(workspace: Workspace) -> Path:
    # Not in the lock file itself: whoever tries to lock it empties it.
    return workspace.cache / "refresh.holder"


def _write(path: Path, who: Holder) -> None:
    whole.write(path, json.dumps({"pid": who.pid, "since": who.since}).encode(), mode=0o600)
