"""Who on a branch wrote the lines that its merge brought to the trunk.

The versions of the file on the branch are followed like those of the trunk, each from the one that it changed. Where a
version came of a merge within the branch, its lines are those of the version before that they are equal to. What is
still unknown is written by the commit of the branch that last added a line of the same text, else by the merge itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from analyzer.mine.hunks import MOST_LINES, Hunk, hunks, line_count
from analyzer.model.survival import KIND_BITS, NO_LINES, Lines, Written

MOST_BYTES = 64 << 20
"""Of versions that are kept while a branch is followed."""
_KIND = (1 << KIND_BITS) - 1

Read = Callable[[str], bytes | None]


class _Version(NamedTuple):
    text: bytes
    commits: Lines
    """For each line the commit of the branch that wrote it; 0 if it is older, or not known."""


def branch_writers(branch: Sequence[Written], text: bytes, read: Read) -> Lines:
    """Return for each line of a text the commit of the branch that wrote it; 0 for none."""
    known: dict[str, _Version] = {}
    added: dict[bytes, int] = {}
    latest = _Version(b"", NO_LINES)
    size = 0
    for written in branch:
        version = _text(written.new, read)
        before = _before(written, known, latest, read)
        if version is None or before is None:
            continue
        latest = _changed(before, version, written.commit)
        lines = version.split(b"\n")
        added.update((lines[place], written.commit) for place in np.flatnonzero(latest.commits == written.commit))
        size += len(version)
        if size > MOST_BYTES:
            known, size = {}, len(version)
        known[written.new] = latest
    return _by_text(_changed(latest, text, 0), added)


def sign(fresh: Lines, changed: Sequence[Hunk], writers: Lines) -> None:
    """Write the commits of a branch to those of the lines of a merge that it changed on the trunk, in place."""
    for hunk in changed:
        span = slice(hunk.new, hunk.new + hunk.added)
        found = writers[span]
        fresh[span] = np.where(found > 0, found << KIND_BITS | fresh[span] & _KIND, fresh[span])


def _before(written: Written, known: dict[str, _Version], latest: _Version, read: Read) -> _Version | None:
    if written.old is None:
        return _Version(b"", NO_LINES)
    if written.old in known:
        return known[written.old]
    text = _text(written.old, read)
    return None if text is None else _changed(latest, text, 0)


def _changed(before: _Version, text: bytes, commit: int) -> _Version:
    """Return the version that a commit (0 for nobody) made of the one before."""
    fresh = np.full(line_count(text), commit, np.int64)
    pieces: list[Lines] = []
    position = 0
    for hunk in hunks(before.text, text):
        pieces += [before.commits[position : hunk.old], fresh[hunk.new : hunk.new + hunk.added]]
        position = hunk.old + hunk.removed
    return _Version(text, np.concatenate([*pieces, before.commits[position:]]))


def _by_text(version: _Version, added: dict[bytes, int]) -> Lines:
    lines = version.text.split(b"\n")
    for place in np.flatnonzero(version.commits == 0):
        # Empty lines are all alike.
        if lines[place].strip():
            version.commits[place] = added.get(lines[place], 0)
    return version.commits


def _text(oid: str, read: Read) -> bytes | None:
    text = read(oid)
    return None if text is None or line_count(text) > MOST_LINES else text
