"""Where a mirror lies, and how it gets there whole: one lock, a folder aside, one rename.

Beside `name.git` lie `name.git.lock` and, while a clone is under way, `name.git.partial/`. No slug can name either.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from analyzer.acquire.location import Location


def place(location: Location, mirrors: Path) -> Path:
    """Return where the location's mirror lies below the folder `mirrors`: a whole mirror, or nothing."""
    *parents, name = location.slug
    return mirrors.joinpath(*parents, f"{name}.git")


@contextmanager
def locked(path: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the place `path` against other processes; `waiting` is called if another one holds it now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(path, "lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """Give a path for a new mirror; when the body ends well it is put at `path`, in the place of what was there.

    The caller holds the lock. Whatever killed runs left is removed first. The path is a new one each time: a git
    process that outlived its killed parent goes on writing to, and in the end removes, a folder that is not ours.
    """
    remove_leftovers(path)
    partial = _beside(path, "partial")
    partial.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=partial))
    try:
        yield folder / "new.git"
        if path.exists():
            path.replace(folder / "old.git")
        (folder / "new.git").replace(path)
    finally:
        remove_leftovers(path)


def has_leftovers(path: Path) -> bool:
    """Say whether a clone aside is under way or was killed."""
    return _beside(path, "partial").exists()


def remove_leftovers(path: Path) -> None:
    """Remove what a clone aside left, as far as an orphaned git lets us. The caller holds the lock."""
    shutil.rmtree(_beside(path, "partial"), ignore_errors=True)


def remove_git_locks(path: Path) -> None:
    """Remove lock files and unfinished packs that a killed git left in the mirror. The caller holds the lock."""
    for pattern in ("*.lock", "refs/**/*.lock", "objects/pack/tmp_*"):
        for file in path.glob(pattern):
            file.unlink(missing_ok=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}.{ending}")
