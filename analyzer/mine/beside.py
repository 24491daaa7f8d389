"""How often the code that comments stand by was changed, told commit by commit as files are followed.

Each line of a file has a column of rows: who wrote it, then, for a line of a comment, how many commits changed code
beside it since, and the positions of the last of them. Columns move with their lines; a line that is written anew has
none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from analyzer.mine.hunks import Hunk
from analyzer.model.survival import CODE, KIND_BITS, NAMED, Beside, Block, Lines

Rows = npt.NDArray[np.int64]
"""A row of numbers as in `Lines`, one of changes, and `NAMED` of positions plus 1: the last at the end, 0 for none."""
BlocksOf = Callable[[str, bytes, npt.NDArray[np.uint8]], Iterable[Block]]
"""From a language, a text and the kinds of its lines to the comments that stand by code."""
Seen = Sequence[Block]
"""The comments of one content."""
ROWS = 2 + NAMED
NO_ROWS: Rows = np.zeros((ROWS, 0), np.int64)

_CHANGES, _FIRST = 1, 2
_KIND = (1 << KIND_BITS) - 1
_NOWHERE = -1


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


def count(rows: Rows, blocks: Seen, before: Rows, blocks_before: Seen, changed: Sequence[Hunk], position: int) -> None:
    """Tell the comments beside which one commit changed code, in place; those that it changed themselves begin anew.

    `before` are the rows, and `blocks_before` the comments, of the file as it was. Code was changed beside a comment if
    some was added that it stands by now, or some removed that it stood by.
    """
    added, removed = np.zeros(rows.shape[1], np.bool_), np.zeros(before.shape[1], np.bool_)
    for hunk in changed:
        added[hunk.new : hunk.new + hunk.added] = True
        removed[hunk.old : hunk.old + hunk.removed] = True
    came_from = np.full(len(added), _NOWHERE)
    came_from[~added] = np.flatnonzero(~removed)
    lost, shortened = (
        _within(removed & _is_code(before), blocks_before),
        _within(removed, blocks_before, of_comment=True),
    )
    owner = np.full(len(removed), _NOWHERE)
    for place, block in enumerate(blocks_before):
        owner[block.first : block.end] = place
    gained = _within(added & _is_code(rows), blocks)
    for place, block in enumerate(blocks):
        lines = came_from[block.first : block.end]
        mine = np.unique(owner[lines])
        mine = mine[mine != _NOWHERE]
        if (lines == _NOWHERE).any() or shortened[mine].any():
            rows[_CHANGES:, block.first : block.end] = 0
        elif gained[place] or lost[mine].any():
            _tell(rows[:, block.first : block.end], position)


def _is_code(rows: Rows) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = rows[0] & _KIND == CODE
    return found


def _within(lines: npt.NDArray[np.bool_], blocks: Seen, *, of_comment: bool = False) -> npt.NDArray[np.bool_]:
    """Return for each block whether some of these lines are code that it stands by, or are of the comment itself."""
    so_far = np.append(0, lines.cumsum())
    spans = [(block.first, block.end) if of_comment else block.code for block in blocks]
    # A function at the end of a file ends behind its last line.
    first, end = np.minimum(np.array(spans, np.int64).reshape(-1, 2), len(lines)).T
    found: npt.NDArray[np.bool_] = so_far[end] > so_far[first]
    return found


def _tell(rows: Rows, position: int) -> None:
    rows[_CHANGES] += 1
    rows[_FIRST:-1] = rows[_FIRST + 1 :]
    rows[-1] = position + 1
