"""Which lines differ between two contents, by git's own diff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pygit2

from analyzer.mine.blobs import read_blobs
from analyzer.model.edit import Edit, Hunk

LARGEST = 2_000_000
"""Bytes; larger contents are no programs that people write, and take long to compare."""
_FLAGS = pygit2.enums.DiffOption.INDENT_HEURISTIC | pygit2.enums.DiffOption.FORCE_TEXT


def edits(git_dir: Path, pairs: Sequence[tuple[str, str]]) -> Iterator[Edit]:
    """Yield what lies between each (old, new) pair of object ids; no hunks if one is too large or cannot be read.

    Myers' algorithm with git's indent heuristic.
    """
    flat = [oid for pair in pairs for oid in pair]
    contents = read_blobs(git_dir, flat)
    for old, new in pairs:
        (_, before), (_, after) = next(contents), next(contents)
        yield Edit(old, new, _hunks(before, after))


def _hunks(old: bytes | None, new: bytes | None) -> tuple[Hunk, ...]:
    if old is None or new is None or max(len(old), len(new)) > LARGEST:
        return ()
    patch = pygit2.Patch.create_from(old, new, context_lines=0, interhunk_lines=0, flag=_FLAGS)
    return tuple(
        Hunk(
            hunk.old_start - (hunk.old_lines > 0), hunk.old_lines, hunk.new_start - (hunk.new_lines > 0), hunk.new_lines
        )
        for hunk in patch.hunks
    )
