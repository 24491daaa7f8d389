"""The tree and its lines along the trunk, by running sums over numbers: no text and no database in here."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Moves(NamedTuple):
    """What left and entered along the trunk: arrays of equal length, one place for each change. 0 is no content."""

    position: Numbers
    path: Numbers
    """Path that is entered (left, for a deletion)."""
    old_path: Numbers
    """Path that is left: the previous one for renames, else the same."""
    old: Numbers
    """Content that leaves `old_path`; 0 for additions and copies."""
    new: Numbers
    """Content that enters `path`."""


class Paths(NamedTuple):
    """What paths are: sorted by `path`, so that they can be looked up."""

    path: Numbers
    hint: Numbers
    scope: Numbers
    counted: npt.NDArray[np.bool_]
    """False where the configuration excludes the path."""

    def rows(self, wanted: Numbers) -> Numbers:
        """Return the places of paths, all of which must be there."""
        return np.searchsorted(self.path, wanted)


class Lines(NamedTuple):
    """Line vectors of contents; the first place is for everything that was not counted: all zero."""

    key: Numbers
    """Content and hint as one number (see `key_of`), ascending; the first is -1."""
    language: Numbers
    problem: Numbers
    generated: Numbers
    vector: npt.NDArray[np.int32]
    """Two-dimensional: a row for each field of the line vector, a column for each key."""

    def rows(self, blob: Numbers, hint: Numbers) -> Numbers:
        """Return the place of each content at a path with this hint; 0 where it was not counted."""
        wanted = key_of(blob, hint)
        found = np.searchsorted(self.key, wanted)
        found[found == len(self.key)] = 0
        found[self.key[found] != wanted] = 0
        return found


class Scopes(NamedTuple):
    """Numbers of two scopes: content of the first that a program wrote is of the second."""

    source: int
    generated: int


class Growth(NamedTuple):
    """Changes of files and lines, summed; arrays of equal length, ordered by position, language and scope."""

    position: Numbers
    language: Numbers
    scope: Numbers
    files: Numbers
    """How many more files, or fewer if negative."""
    vector: Numbers
    """Two-dimensional: a row for each field of the line vector."""


def key_of(blob: Numbers, hint: Numbers) -> Numbers:
    """Return content and hint as one number; there are far fewer than 2**20 words."""
    return (blob << 20) | hint


class Stays(NamedTuple):
    """Which contents stay at which paths in some trees along the trunk; arrays of equal length."""

    path: Numbers
    blob: Numbers
    first: Numbers
    """Place of the first tree that has the content at the path,"""
    end: Numbers
    """and of the first one after it that has not."""


def tree(moves: Moves) -> tuple[Numbers, Numbers]:
    """Return (path, content) of the files that are there after all moves, by path."""
    path, _, blob = _entries(moves)
    last = np.append(path[1:] != path[:-1], True)[: len(path)]
    there = last & (blob != 0)
    return path[there], blob[there]


def stays(moves: Moves, positions: Numbers) -> Stays:
    """Return what is in the trees at `positions`, which ascend: as spans of trees, not tree by tree."""
    path, position, blob = _entries(moves)
    followed = np.append(path[1:] == path[:-1], False)[: len(path)]
    until = np.where(followed, np.append(position[1:], 0)[: len(path)], np.iinfo(np.int64).max)
    first, end = np.searchsorted(positions, position), np.searchsorted(positions, until)
    kept = (blob != 0) & (end > first)
    return Stays(path[kept], blob[kept], first[kept], end[kept])


def _entries(moves: Moves) -> tuple[Numbers, Numbers, Numbers]:
    """Return (path, position, content from then on; 0 for none), by path, then by position."""
    left = moves.old_path != moves.path
    path = np.concatenate([moves.old_path[left], moves.path])
    position = np.concatenate([moves.position[left], moves.position])
    blob = np.concatenate([np.zeros(np.count_nonzero(left), np.int64), moves.new])
    # One commit may move a file away and another to its place: leaving comes first, and the sort is stable.
    order = np.lexsort((position, path))
    return path[order], position[order], blob[order]


def scope_of(scope: Numbers, generated: Numbers, scopes: Scopes) -> Numbers:
    """Return the scopes of contents: source that a program wrote is generated; tests, vendored and so on remain so."""
    return np.where((scope == scopes.source) & (generated != 0), scopes.generated, scope)


def growth(moves: Moves, paths: Paths, lines: Lines, scopes: Scopes) -> Growth:
    """Return what each position changed in files and lines, by language and scope; no row where nothing changed."""
    entered = _steps(moves.position, moves.path, moves.new, paths, lines, scopes)
    left = _steps(moves.position, moves.old_path, moves.old, paths, lines, scopes)
    position, language, scope, row = (np.concatenate(pair) for pair in zip(entered, left, strict=True))
    sign = np.repeat([1, -1], [len(entered[0]), len(left[0])])
    order = np.lexsort((scope, language, position))
    position, language, scope, row, sign = (column[order] for column in (position, language, scope, row, sign))
    changed = (np.diff(position) != 0) | (np.diff(language) != 0) | (np.diff(scope) != 0)
    starts = np.flatnonzero(np.append(True, changed)[: len(order)])
    sums = np.zeros((len(lines.vector), len(starts)), np.int64)
    files = np.zeros(len(starts), np.int64)
    if len(starts):
        files = np.add.reduceat(sign, starts)
        # Field by field: the vectors of all steps at once would take hundreds of megabytes.
        for field, values in enumerate(lines.vector):
            sums[field] = np.add.reduceat(values[row] * sign, starts)
    kept = sums.any(axis=0) | (files != 0)
    starts = starts[kept]
    return Growth(position[starts], language[starts], scope[starts], files[kept], sums[:, kept])


def _steps(
    position: Numbers, path: Numbers, blob: Numbers, paths: Paths, lines: Lines, scopes: Scopes
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return position, language, scope and row of `lines` of each counted content that moved."""
    place = paths.rows(path)
    row = lines.rows(blob, paths.hint[place])
    kept = (row != 0) & paths.counted[place]
    place, row = place[kept], row[kept]
    return position[kept], lines.language[row], scope_of(paths.scope[place], lines.generated[row], scopes), row
