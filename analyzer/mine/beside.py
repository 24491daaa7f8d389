"""How often the code that comments stand by was changed, told commit by commit as files are followed.

Each line of a file has a column of rows: who wrote it, then, for a line of a comment, how many commits changed code
beside it since, and the positions of the last of them. Columns move with their lines; a line that is written anew has
none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analyzer.mine.hunks import Hunk
from analyzer.model.survival import CODE, KIND_BITS, NAMED, Beside, Block, Lines

Rows = npt.NDArray[np.int64]
"""A row of numbers as in `Lines`, one of changes, and `NAMED` of positions plus 1: the last at the end, 0 for none."""
BlocksOf = Callable[[str, bytes, npt.NDArray[np.uint8]], Iterable[Block]]
"""From a language, a text and the kinds of its lines to the comments that stand by code."""
ROWS = 2 + NAMED
NO_ROWS: Rows = np.zeros((ROWS, 0), np.int64)

_CHANGES, _FIRST = 1, 2
_KIND = (1 << KIND_BITS) - 1


class _Removed(NamedTuple):
    """Code, and maybe other lines, that a hunk removed."""

    place: int
    """In the new content, the line before which it stood."""
    code_first: bool
    """Whether its first line is code."""
    indent: int
    """Of its first line of code."""


def rows_of(lines: Lines, beside: Sequence[Beside]) -> Rows:
    """Return rows of the lines of a file, and of what is known beside them."""
    rows = np.zeros((ROWS, len(lines)), np.int64)
    rows[0] = lines
    for one in beside:
        span = slice(one.line, one.line + one.lines)
        rows[_CHANGES, span] = one.changes
        named = np.array(one.commits[-NAMED:], np.int64) + 1
        rows[ROWS - len(named) :, span] = named[:, np.newaxis]
    return rows


def beside_of(rows: Rows) -> tuple[Beside, ...]:
    """Return what `rows_of` was given, lines with the same told together."""
    known = np.flatnonzero(rows[_CHANGES])
    if not len(known):
        return ()
    told = rows[_CHANGES:, known]
    apart = (np.diff(known) != 1) | (np.diff(told, axis=1) != 0).any(axis=0)
    starts = np.append(0, np.flatnonzero(apart) + 1)
    ends = np.append(starts[1:], len(known))
    return tuple(
        Beside(int(known[start]), int(end - start), int(told[0, start]), _positions(told[1:, start]))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    )


def _positions(named: Lines) -> tuple[int, ...]:
    return tuple((named[named > 0] - 1).tolist())


def count(
    rows: Rows, blocks: Iterable[Block], changed: Sequence[Hunk], before: tuple[Rows, bytes], position: int
) -> None:
    """Tell the comments beside which one commit changed code, in place; those that it wrote begin anew.

    `before`: rows and text of the file as it was.
    """
    end = rows.shape[1]
    added = np.zeros(end + 1, np.int64)
    for hunk in changed:
        added[hunk.new + 1 : hunk.new + hunk.added + 1] = 1
    code = np.append(False, rows[0] & _KIND == CODE)
    # Up to each line: how many were added, how many of these are code, and where the last line of code ends.
    lines, lines_of_code = added.cumsum(), (added * code).cumsum()
    last = np.maximum.accumulate(np.where(code, np.arange(end + 1), 0))
    gone = list(_removed(changed, *before))
    for block in blocks:
        start, stop = block.code[0], min(block.code[1], end)
        if lines[block.end] > lines[block.first]:
            rows[_CHANGES:, block.first : block.end] = 0
        elif lines_of_code[stop] > lines_of_code[start] or any(_lost(block, int(last[stop]), one) for one in gone):
            _tell(rows[:, block.first : block.end], position)


def _removed(changed: Sequence[Hunk], rows: Rows, text: bytes) -> Iterator[_Removed]:
    lines = text.split(b"\n")
    for hunk in changed:
        code = np.flatnonzero(rows[0, hunk.old : hunk.old + hunk.removed] & _KIND == CODE)
        if len(code):
            first = lines[hunk.old + int(code[0])]
            yield _Removed(hunk.new, code[0] == 0, len(first) - len(first.lstrip(b" \t")))


def _lost(block: Block, end: int, gone: _Removed) -> bool:
    """Whether code was removed that the comment stood by; `end` is behind the last line of what is there now."""
    start, stop = block.code
    if start < gone.place < end:
        return True
    if start == block.end:
        return gone.place in (start, end) and gone.code_first
    # A function goes on behind blank lines and comments, as long as lines are indented.
    return end <= gone.place <= stop and gone.indent >= block.indent


def _tell(rows: Rows, position: int) -> None:
    rows[_CHANGES] += 1
    rows[_FIRST:-1] = rows[_FIRST + 1 :]
    rows[-1] = position + 1
