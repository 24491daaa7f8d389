"""Paths that a configuration or a command line names: of a home that there may not be, and no further than allowed."""

from __future__ import annotations

from pathlib import Path

from analyzer.errors import ConfigError


def expanded(text: str) -> Path:
    """Return the path with `~` as the home folder; raises ConfigError if there is no such home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise ConfigError(f"there is no home folder for {text[:80]!r}", hint="write the whole path") from None


def exists(path: Path) -> bool:
    """Return whether something is there; nothing is at a path that no file system would take."""
    try:
        return path.exists()
    except (OSError, ValueError):  # longer than any name, or with a NUL
        return False


def within(base: Path, text: str) -> Path | None:
    """Return the path that `text` names, relative to `base`; None if it leads out of it, by links too.

    A configuration may come with a repository of somebody else: it may not choose which file is overwritten.
    """
    try:
        place = (base / expanded(text)).resolve()
    except (OSError, ValueError, RuntimeError):  # the last for links in a circle, up to Python 3.12
        return None
    return place if place.is_relative_to(base.resolve()) and place != base.resolve() else None
