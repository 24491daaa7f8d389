"""The lines of files, and who wrote each: what one pass over the trunk is given and gives."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Lines = npt.NDArray[np.int64]
"""One number for each line of a file: the number of the commit that wrote it, times 4, plus its kind."""

BLANK, CODE, COMMENT, DOCSTRING = range(4)
"""Kinds of lines; a multi-line string that is no docstring is code."""
KINDS = ("blank", "code", "comment", "docstring")
KIND_BITS = 2


class Written(NamedTuple):
    """What a commit of a branch made of a file, before a merge brought it to the trunk."""

    commit: int
    """Number in the store."""
    old: str | None
    """Object id before; None if there was none."""
    new: str


class Step(NamedTuple):
    """What one commit of the trunk did to one file."""

    commit: int
    """Number in the store."""
    position: int
    """Of the commit, on the trunk."""
    path: int
    """Number of the path afterwards (before, for a deletion)."""
    source: int
    """Number of the path that the content came from: another one for a file that was moved."""
    old: str | None
    """Object id before; None if there was none."""
    new: str | None
    """Object id afterwards, likewise."""
    language: str
    """That the new content was counted in; empty for what is not counted, and so has no lines."""
    ignored: bool
    """Whether the repository asks that blame passes over this commit."""
    branch: tuple[Written, ...] = ()
    """For a merge: the versions of the file on what it merged, oldest first."""


class Block(NamedTuple):
    """A comment or docstring that stands by code; lines are counted from 0, ends are behind the last one."""

    first: int
    end: int
    code: tuple[int, int]
    """The lines that it stands by; those of them that are no code do not matter."""


class Beside(NamedTuple):
    """What happened beside some lines of a comment, one behind the other, since they were written."""

    line: int
    """The first of them, counted from 0."""
    lines: int
    changes: int
    """Commits of the trunk that changed code which the comment stood by."""
    commits: tuple[int, ...]
    """Positions of the last ones on the trunk, ascending; `NAMED` at most."""


NAMED = 3
"""So many of the commits that changed code beside a comment are named, the last ones."""


State = tuple[bytes, Sequence[Beside]]
"""The packed lines of a file, and what happened beside those of its comments."""


class Followed(NamedTuple):
    """What came of the steps of some files."""

    steps: int
    """How many steps were taken."""
    states: Mapping[int, bytes]
    """Path -> its lines, packed; empty for what is not there any more."""
    beside: Mapping[int, Sequence[Beside]]
    """Path -> its lines of comment beside which code was changed, in their order; for the same paths."""
    deaths: bytes
    """`Deaths`, packed."""


class Deaths(NamedTuple):
    """Lines that are no more; arrays of equal length, one place for each group of lines of one fate."""

    line: Lines
    died: Lines
    """Number of the trunk's commit that removed them."""
    path: Lines
    """Number of the path that they were removed from."""
    number: Lines
    """How many. Below zero: lines that came in by a commit that blame passes over, but count as written earlier. They
    were not there before `died`."""


class StaleComment(NamedTuple):
    """A comment beside which code was changed after it was written."""

    line: int
    """Its first line, counted from 1."""
    written: int
    """Position on the trunk at which its newest line was written."""
    changes: int
    """Later commits of the trunk that changed code which it stood by."""
    commits: tuple[int, ...]
    """Positions of the last ones, ascending; `NAMED` at most."""
    words: str
    """How it begins."""


class File(NamedTuple):
    """A file of the tree whose comments are looked at."""

    path: int
    blob: str
    language: str
    written: bytes
    """The position on the trunk at which each line was written, packed."""
    beside: Sequence[Beside]


NO_LINES: Lines = np.zeros(0, np.int64)


def pack(numbers: Lines) -> bytes:
    """Return numbers as bytes, small where the same number stands many times in a row; empty for none."""
    if not len(numbers):
        return b""
    starts = np.append(0, np.flatnonzero(np.diff(numbers)) + 1)
    return pack_runs(numbers[starts], np.diff(np.append(starts, len(numbers))))


def pack_runs(values: Lines, lengths: Lines) -> bytes:
    """Return the same bytes as `pack` of the numbers that stand so many times each in a row; empty for none."""
    if not len(values):
        return b""
    starts = np.append(0, np.flatnonzero(np.diff(values)) + 1)
    runs = np.concatenate([values[starts], np.add.reduceat(lengths, starts)])
    return zlib.compress(runs.astype("<i8").tobytes(), 6)


def unpack(packed: bytes) -> Lines:
    """Return what `pack` was given."""
    values, lengths = unpack_runs(packed)
    return np.repeat(values, lengths)


def unpack_runs(packed: bytes) -> tuple[Lines, Lines]:
    """Return what `pack` was given as numbers, and how many times each of them stands in a row."""
    if not packed:
        return NO_LINES, NO_LINES
    values, lengths = np.frombuffer(zlib.decompress(packed), "<i8").astype(np.int64).reshape(2, -1)
    return values, lengths


def pack_deaths(deaths: Sequence[Deaths]) -> bytes:
    """Return the deaths as bytes, together; empty for none."""
    columns = [np.concatenate(parts) for parts in zip(*deaths, strict=True)]
    if not columns or not len(columns[0]):
        return b""
    # Differences are small numbers, which compress well.
    return zlib.compress(np.diff(np.stack(columns), axis=1, prepend=0).astype("<i8").tobytes(), 6)


def unpack_deaths(packed: bytes) -> Deaths:
    """Return what `pack_deaths` was given, all in one."""
    if not packed:
        return Deaths(NO_LINES, NO_LINES, NO_LINES, NO_LINES)
    columns = np.frombuffer(zlib.decompress(packed), "<i8").astype(np.int64).reshape(len(Deaths._fields), -1)
    return Deaths(*columns.cumsum(axis=1))
