"""The commits that blame passes over, and of which old line a new one was made.

`.git-blame-ignore-revs` is where repositories list commits that only reformatted. Like `git blame --ignore-revs-file`,
lines are told by how many pairs of neighbouring characters two of them share, among those near by in the same hunk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from analyzer.mine.blobs import read_file
from analyzer.mine.hunks import Hunk

FILE = ".git-blame-ignore-revs"
_LARGEST = 1 << 20
_NEAR = 10
"""So many lines before and behind the place where a line should be are looked at, as in git."""
_LONGEST = 1_000
"""Bytes of a line that are compared."""
_SPACES = bytes.maketrans(b" \t\r", b"\0\0\0")
_HASH = re.compile(rb"[ \t]*([0-9a-f]{40})[ \t\r]*(?:#.*)?")


def ignored_commits(git_dir: Path, head: str) -> frozenset[str]:
    """Return the full hashes that the file lists at a commit; lines that are none are passed over. Raises MineError."""
    text = read_file(git_dir, head, FILE) or b""
    found = (_HASH.fullmatch(line) for line in text[:_LARGEST].split(b"\n"))
    return frozenset(match[1].decode() for match in found if match)


def matches(hunk: Hunk, old: bytes, new: bytes) -> list[int]:
    """Return for each added line of a hunk the removed line (from 0) it was made of, or -1; both never go back."""
    removed = [_pairs(line) for line in _lines(old, hunk.old, hunk.removed)]
    added = [_pairs(line) for line in _lines(new, hunk.new, hunk.added)]
    found: list[int] = []
    least = 0
    for place, pairs in enumerate(added):
        expected = (2 * place + 1) * len(removed) // (2 * len(added))
        near = range(max(expected - _NEAR, least), min(expected + _NEAR + 1, len(removed)))
        best = max(near, key=lambda one: (_shared(removed[one], pairs), -abs(one - expected)), default=-1)
        if best >= 0 and not _shared(removed[best], pairs):
            best = -1
        found.append(best)
        least = max(least, best)
    return found


def _lines(text: bytes, start: int, count: int) -> Sequence[bytes]:
    return text.split(b"\n", start + count)[start : start + count]


def _pairs(line: bytes) -> Counter[bytes]:
    # A line begins and ends as if there were a space; two spaces are no pair.
    plain = b"\0" + line[:_LONGEST].lower().translate(_SPACES) + b"\0"
    pairs = Counter(plain[place : place + 2] for place in range(len(plain) - 1))
    del pairs[b"\0\0"]
    return pairs


def _shared(one: Counter[bytes], other: Counter[bytes]) -> int:
    return (one & other).total()
