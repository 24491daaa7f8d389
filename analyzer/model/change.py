"""What a commit did to files."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """One file of one commit, compared with its first parent (the root commit with the empty tree).

    Made for every non-merge commit, and for the merges on the trunk (compared with their first parent), so that
    the rows of the trunk's commits, in order, rebuild the tree at each of them. Per-commit figures leave merges out.
    """

    commit: str
    """Full hash."""
    path: str
    """The path afterwards (before, for a deletion); bytes that are not UTF-8 are written `\\xNN`."""
    previous_path: str | None
    """The path before, for renames and copies; else None."""
    kind: str
    """git's letter: A added, M modified, D deleted, R renamed, C copied, T type changed."""
    old_blob: str | None
    """Object id before; None if there was none, or it was a symbolic link or a submodule."""
    new_blob: str | None
    """Object id afterwards, likewise."""
    added: int | None
    """Lines added, by git's own diff; None for binary content."""
    deleted: int | None
    """Lines deleted, likewise."""


class TreeChange(NamedTuple):
    """A file that differs between two trees, without line counts: how a commit off the trunk is reached from it."""

    path: str
    old_blob: str | None
    new_blob: str | None
