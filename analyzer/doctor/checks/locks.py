"""Whether another Diptych is at work in the workspace, or was killed in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from analyzer.alone import LOCK, holder
from analyzer.doctor.check import Check, Finding, Surroundings, good, warning


def _look(around: Surroundings) -> Iterator[Finding]:
    cache = around.workspace.cache
    refreshing = holder(around.workspace)
    if refreshing is not None and refreshing.alive:
        yield warning(f"another Diptych is at work: {refreshing.told()} refreshes this workspace", "let it finish")
    held = [path for path in sorted(cache.rglob("*.lock")) if _ours(path) and _is_held(path)]
    for path in held:
        words = f"another Diptych is at work: it holds {path.relative_to(cache)}"
        yield warning(words, "let it finish; a run that needs the same waits for it, or says that it cannot")
    for path in sorted(cache.rglob("*.git.partial")):
        if path.with_suffix(".lock") not in held:
            words = f"a clone was cut off: {path.relative_to(cache)}"
            yield warning(words, "the next run takes away what is left of it, and clones again")
    if not held and not (refreshing and refreshing.alive):
        yield good("no other Diptych is at work here")


def _ours(path: Path) -> bool:
    """Whether it is a lock of Diptych's for which others wait: those of git lie within a mirror.

    Nobody waits for that of the workspace: to try it would make a refresh fail that begins in this moment.
    """
    return path.is_file() and path.name != LOCK and not any(parent.suffix == ".git" for parent in path.parents)


def _is_held(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return False
    except (Timeout, OSError):
        return True


CHECK = Check(__name__, "Lock", 90, _look)
