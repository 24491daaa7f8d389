"""What `git diff-tree -z` prints, taken apart: raw records, and line counts where they were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analyzer.errors import MineError
from analyzer.mine.border import ask_git, decode_name

Counts = dict[bytes, tuple[int | None, int | None]]

_HEADER = re.compile(rb"[0-9a-f]{40}")

# What users may have set must not change what is counted.
_SETTINGS = (
    ("diff.algorithm", "myers"),
    ("diff.indentHeuristic", "true"),
    ("diff.renames", "true"),
    ("diff.renameLimit", "1000"),
    ("diff.orderFile", "/dev/null"),
    ("diff.ignoreSubmodules", "none"),
    ("diff.relative", "false"),
    # Git's own cache of delta bases: 96 MB by default, a fifth slower in the middle of Django's history.
    ("core.deltaBaseCacheLimit", "256m"),
    # Larger files are not loaded to be compared; they count as binary.
    ("core.bigFileThreshold", "64m"),
)
# What is binary is told by contents alone. Git would ask the attributes of what happens to be checked out, which it
# finds in the index, or since 2.43 those of a bare repository's head, and an older commit would change with them.
_NO_ATTRIBUTES = {
    "GIT_ATTR_SOURCE": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",  # the tree without entries, which every git knows
    "GIT_INDEX_FILE": "no-such-index",
}


class Raw(NamedTuple):
    """One record of `--raw`."""

    letter: str
    """git's letter for what happened, without a similarity."""
    old_blob: str | None
    new_blob: str | None
    """Object ids; None for what is no regular file."""
    previous: bytes | None
    path: bytes


def ask_differences(git_dir: Path, *arguments: str, stdin: bytes = b"") -> list[bytes]:
    """Run `git diff-tree -r --raw -z` and return the fields it prints. Raises MineError."""
    words = ("diff-tree", "-r", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", *arguments)
    return ask_git(git_dir, *words, settings=_SETTINGS, stdin=stdin, extra=_NO_ATTRIBUTES).split(b"\0")[:-1]


def parse_commits(fields: Sequence[bytes]) -> Iterator[tuple[str, list[Raw], Counts]]:
    """Yield (hash, records, path -> lines added and deleted) for each commit that `--stdin` printed."""
    index = 0
    while index < len(fields):
        if not _HEADER.fullmatch(fields[index]):
            raise MineError(f"git diff-tree printed {fields[index][:60]!r} where a commit should stand")
        sha = fields[index].decode()
        raws, index = parse_raws(fields, index + 1)
        counts, index = _parse_counts(fields, index)
        yield sha, raws, counts


def parse_raws(fields: Sequence[bytes], index: int) -> tuple[list[Raw], int]:
    """Return the raw records that begin at `index`, and the index behind them."""
    raws: list[Raw] = []
    end = len(fields)
    while index < end and fields[index].startswith(b":"):
        old_mode, new_mode, old, new, status = fields[index].decode("ascii").split(" ")
        letter = status[0]
        previous = None
        index += 1
        if letter in "RC":
            previous = fields[index]
            index += 1
        old_blob = old if old_mode.startswith(":100") else None
        new_blob = new if new_mode.startswith("100") else None
        raws.append(Raw(letter, old_blob, new_blob, previous, fields[index]))
        index += 1
    return raws, index


def _parse_counts(fields: Sequence[bytes], index: int) -> tuple[Counts, int]:
    # A commit's hash has no tab, a count has two; the path of a rename follows in fields of its own.
    counts: Counts = {}
    end = len(fields)
    while index < end and b"\t" in fields[index]:
        added, deleted, path = fields[index].split(b"\t", 2)
        index += 1
        if not path:
            path = fields[index + 1]
            index += 2
        counts[path] = (_number(added), _number(deleted))
    return counts, index


def _number(digits: bytes) -> int | None:
    return None if digits == b"-" else int(digits)


def readable(path: bytes | None) -> str | None:
    """Return a path as text, if there is one."""
    return None if path is None else decode_name(path)
