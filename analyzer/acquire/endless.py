"""Pipes and devices in a git directory: git would wait for them for ever, or read them until memory ends."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from analyzer.plain_file import contents

_LONGEST = 1 << 16
"""Bytes of a `.git` that is a file, of `commondir`, and of a list of alternates: they hold paths."""


def endless(folder: Path) -> Path | None:
    """Return something below a worktree's git directory, or below a bare one, that has no end; None if nothing has.

    Looked at is what git would open by itself: the directory, the one that it shares, and where it borrows objects.
    """
    waiting, seen = [folder / ".git" if os.path.lexists(folder / ".git") else folder], set[Path]()
    while waiting:
        place = Path(os.path.realpath(waiting.pop()))
        if place in seen:
            continue
        seen.add(place)
        found = place if _has_no_end(place) else next(_below(place), None)
        if found is not None:
            return found
        waiting += _elsewhere(place)
    return None


def _elsewhere(place: Path) -> Iterator[Path]:
    """Yield where else git looks."""
    for line in _lines(place):
        yield place.parent / line.removeprefix("gitdir:").strip()
    for line in _lines(place / "commondir"):
        yield place / line
    for objects in (place, place / "objects"):
        for line in _lines(objects / "info" / "alternates"):
            yield objects / line


def _lines(path: Path) -> list[str]:
    try:
        text = contents(path, _LONGEST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return []
    return [line for line in text.splitlines() if line and "\0" not in line]


def _below(folder: Path) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif not entry.is_file() and _has_no_end(Path(entry.path)):
                yield Path(entry.path)


def _has_no_end(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode)
