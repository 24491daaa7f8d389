"""Which lines differ between two contents, exactly as git's blame sees it."""

from __future__ import annotations

from typing import NamedTuple

import pygit2

_FLAGS = pygit2.enums.DiffOption.INDENT_HEURISTIC | pygit2.enums.DiffOption.FORCE_TEXT
_BLOCK = 1024

MOST_LINES = 200_000
"""Longer contents are data, and are not followed."""


class Hunk(NamedTuple):
    """Lines of the old content that became lines of the new one; counted from 0, either may be none."""

    old: int
    removed: int
    new: int
    added: int


def hunks(old: bytes, new: bytes) -> list[Hunk]:
    """Return the hunks from one content to another, by Myers' algorithm with git's indent heuristic."""
    if old == new:
        return []
    one, other = _without_common_tail(old, new)
    patch = pygit2.Patch.create_from(one, other, context_lines=0, interhunk_lines=0, flag=_FLAGS)
    return [
        Hunk(
            hunk.old_start - (hunk.old_lines > 0), hunk.old_lines, hunk.new_start - (hunk.new_lines > 0), hunk.new_lines
        )
        for hunk in patch.hunks
    ]


def _without_common_tail(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """Cut what both end in, block by block and then back to a line's end: git does so, and it moves some hunks."""
    smaller, trimmed = min(len(old), len(new)), 0
    while trimmed + _BLOCK <= smaller and (
        old[len(old) - trimmed - _BLOCK : len(old) - trimmed] == new[len(new) - trimmed - _BLOCK : len(new) - trimmed]
    ):
        trimmed += _BLOCK
    if not trimmed:
        return old, new
    end = old.find(b"\n", len(old) - trimmed)
    kept = trimmed if end < 0 else end + 1 - (len(old) - trimmed)
    return old[: len(old) - trimmed + kept], new[: len(new) - trimmed + kept]


def line_count(text: bytes) -> int:
    """Return how many lines git sees in a text: the last may have no newline."""
    return text.count(b"\n") + (not text.endswith(b"\n") if text else 0)
