"""Putting a damaged database aside: it and what belongs to it get another name, and nothing is deleted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from analyzer.errors import StoreBusy, StoreDamaged
from analyzer.store import dialect

_COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite has beside a database; a new database must not find that of another."""
_SHARED = 0x40000000 + 2
_SHARED_SIZE = 510
"""Bytes of the file that every process locks that has the database open (SQLite's os.h)."""
_PATIENCE = 60.0


def put_aside(path: Path, damage: StoreDamaged, stamp: str) -> Path | None:
    """Rename the database at `path` in which `damage` was found; return its new place, whose name says so.

    None if another process did so since. The caller has closed it. Raises StoreBusy while another process has it open,
    and OSError where it cannot be renamed.
    """
    lock = FileLock(path.with_name("aside.lock"), timeout=_PATIENCE)
    with suppress(Timeout), lock:
        if damage.file is None or dialect.identity(str(path)) != damage.file:
            return None
        with _unused(path):
            return _renamed(path, _free(path, stamp))
    raise StoreBusy(f"{path} is being put aside by another process", hint="run again")


def _free(path: Path, stamp: str) -> Path:
    names = (path.with_name(f"{path.name}.damaged-{stamp}{more}") for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(place for place in names if not os.path.lexists(place))


def _renamed(path: Path, place: Path) -> Path:
    # The database itself comes last: a new one that is made beside the log of another would take it for its own.
    for ending in (*_COMPANIONS, ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(place.with_name(place.name + ending))
    return place


@contextmanager
def _unused(path: Path) -> Iterator[None]:
    """Keep others from opening the database; raise StoreBusy if one has."""
    if sys.platform == "win32":
        yield  # What is open cannot be renamed there.
        return
    import fcntl

    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED)
        except OSError as error:
            hint = "run again when that has ended: the file is then put aside, and the mirrors are read again"
            raise StoreBusy(f"{path} is damaged, and in use by another process", hint=hint) from error
        yield
