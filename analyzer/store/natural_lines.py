"""What was packed of single lines, without the numbers of one store."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from analyzer.model.survival import KIND_BITS, Deaths, Lines, unpack_deaths, unpack_runs

_Natural = npt.NDArray[np.uint64]
_DIGITS = 16
"""Hexadecimal digits of a hash that are taken: 64 bits."""
_BROKEN = (zlib.error, ValueError)
"""What unpacking raises for bytes that nobody packed."""


class Shas:
    """Numbers of commits -> the first 64 bits of their hashes."""

    def __init__(self, commits: Mapping[int, str]) -> None:
        self._heads = np.zeros(max(commits, default=0) + 1, np.uint64)
        for number, sha in commits.items():
            self._heads[number] = int(sha[:_DIGITS], 16)

    def of(self, numbers: Lines) -> _Natural:
        """Return the hash of each commit, 0 for a number that is none's."""
        known = (numbers >= 0) & (numbers < len(self._heads))
        found: _Natural = np.where(known, self._heads[np.where(known, numbers, 0)], np.uint64(0))
        return found


def state_of(packed: bytes, shas: Shas) -> tuple[int, str]:
    """Return of a file's lines their number and a hash of who wrote each and what it is."""
    try:
        values, lengths = unpack_runs(packed)
    except _BROKEN as error:
        return 0, f"not readable: {error}"
    return int(lengths.sum()), _hash(*_lines(values, shas), lengths)


def deaths_by_path(packed: Sequence[bytes], shas: Shas, paths: Mapping[int, str]) -> Iterator[tuple[str, int, str]]:
    """Yield (path, number of lines, hash of who wrote them, what they were, and which commits removed them).

    How they were put together when they were stored makes no difference.
    """
    if not packed:
        return
    try:
        found = Deaths(*(np.concatenate(parts) for parts in zip(*map(unpack_deaths, packed), strict=True)))
    except _BROKEN as error:
        yield "", 0, f"not readable: {error}"
        return
    writer, kind = _lines(found.line, shas)
    groups = np.stack([found.path.astype(np.uint64), writer, kind, shas.of(found.died), _sign(found.number)])
    order = np.lexsort(groups[::-1])
    groups = groups[:, order]
    first = np.flatnonzero(np.append(True, (np.diff(groups, axis=1) != 0).any(axis=0)))
    fates, numbers = groups[:, first], np.add.reduceat(found.number[order], first)
    starts = np.flatnonzero(np.append(True, np.diff(fates[0]) != 0))
    for start, stop in zip(starts, np.append(starts[1:], fates.shape[1]), strict=True):
        path = paths.get(int(fates[0, start]), f"number {fates[0, start]}")
        mine = numbers[start:stop]
        yield path, int(mine.sum()), _hash(*fates[1:, start:stop], mine)


def _lines(values: Lines, shas: Shas) -> tuple[_Natural, _Natural]:
    return shas.of(values >> KIND_BITS), (values & ((1 << KIND_BITS) - 1)).astype(np.uint64)


def _sign(numbers: Lines) -> _Natural:
    return (numbers < 0).astype(np.uint64)


def _hash(*columns: npt.NDArray[np.uint64] | Lines) -> str:
    made = hashlib.sha256()
    for column in columns:
        made.update(np.ascontiguousarray(column).astype("<u8").tobytes())
    return made.hexdigest()[:_DIGITS]
