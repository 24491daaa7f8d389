"""Whether there is room for mirrors and facts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from analyzer.doctor.check import Check, Finding, Surroundings, failed, good, warning
from analyzer.doctor.checks.workspace import standing

LITTLE = 1 << 30
"""Bytes. Django's mirror is 315 MB, and the facts of its whole history and of Flask's are 50 MB."""
TOO_LITTLE = 100 << 20
_GIB = 1 << 30


def _look(around: Surroundings) -> Iterator[Finding]:
    place = standing(around.workspace.cache)
    yield judge(shutil.disk_usage(place).free, str(place))


def judge(free: int, place: str) -> Finding:
    """Return what so many free bytes mean."""
    words = f"{free / _GIB:.1f} GB are free at {place}"
    if free < TOO_LITTLE:
        return failed(words, "make room, or put the workspace elsewhere with --workspace")
    if free < LITTLE:
        return warning(words, "a mirror takes as much as the repository has history: Django's 0.3 GB")
    return good(words)


CHECK = Check(__name__, "Disk", 50, _look)
