"""Who wrote each line: the steps of some files along the trunk, taken one after the other.

What `git blame --first-parent` finds by going back from each line, found by going forward once over all. A file that
git takes for moved (changed by half at most) keeps the writers of its lines. What a merge brings is written by commits
of its branch, see `branches`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from analyzer.mine.beside import NO_ROWS, ROWS, BlocksOf, Rows, Seen, beside_of, count, rows_of
from analyzer.mine.branches import branch_writers, sign
from analyzer.mine.hunks import MOST_LINES, Hunk, hunks, line_count
from analyzer.mine.ignored import matches
from analyzer.model.survival import (
    KIND_BITS,
    Deaths,
    Followed,
    Lines,
    State,
    Step,
    pack,
    pack_deaths,
    unpack,
)

Read = Callable[[str], bytes | None]
"""From an object id to its text; None if it cannot be read."""
KindsOf = Callable[[str, bytes], npt.NDArray[np.uint8]]
"""From a language and a text to the kind of each line."""


def follow(
    states: Mapping[int, State], steps: Sequence[Step], read: Read, kinds: KindsOf, blocks: BlocksOf
) -> Followed:
    """Take all steps, which are in the order of the trunk, from the `states` of paths before them."""
    pass_ = _Pass(states, read, kinds, blocks)
    for _, same in groupby(steps, lambda step: step.commit):
        pass_.take(list(same))
    touched = sorted({path for step in steps for path in (step.path, step.source)})
    files = {path: pass_.files.get(path, NO_ROWS) for path in touched}
    packed = {path: pack(rows[0]) for path, rows in files.items()}
    beside = {path: beside_of(rows) for path, rows in files.items()}
    return Followed(len(steps), packed, beside, pack_deaths(pass_.deaths))


_KIND = (1 << KIND_BITS) - 1


class _Pass:
    """The files as they are at one place of the trunk."""

    def __init__(self, states: Mapping[int, State], read: Read, kinds: KindsOf, blocks: BlocksOf) -> None:
        self.files = {path: rows_of(unpack(packed), beside) for path, (packed, beside) in states.items() if packed}
        self.deaths: list[Deaths] = []
        self._read = read
        self._kinds = kinds
        self._blocks = blocks
        self._comments: dict[int, tuple[str, Seen]] = {}
        self._latest: dict[str, bytes] = {}
        """The contents of the steps before: the next ones mostly begin with them."""

    def take(self, steps: Sequence[Step]) -> None:
        """Take the steps of one commit: all leaves before anything enters, since two files may change places."""
        before = [self.files.get(step.source, NO_ROWS) if step.old else NO_ROWS for step in steps]
        for step in steps:
            if step.old:
                self.files.pop(step.source, None)
        read: dict[str, bytes] = {}
        for step, rows in zip(steps, before, strict=True):
            after = self._after(step, rows, read)
            if after.shape[1]:
                self.files[step.path] = after
        self._latest = read

    def _after(self, step: Step, before: Rows, read: dict[str, bytes]) -> Rows:
        new = self._text(step.new, read) if step.language and step.new else None
        if new is None or line_count(new) > MOST_LINES:
            self._bury(step, before)
            return NO_ROWS
        fresh = self._fresh(step, new)
        kinds = (fresh[0] & _KIND).astype(np.uint8)
        old = self._text(step.old, read) if step.old and before.shape[1] else None
        if old is None or line_count(old) != before.shape[1]:
            self._bury(step, before)
            changed = [Hunk(0, 0, 0, fresh.shape[1])]
            before = NO_ROWS
        else:
            changed = hunks(old, new)
        if step.branch:
            sign(fresh[0], changed, branch_writers(step.branch, new, self._read))
        after = self._joined(step, before, fresh, changed, (old or b"", new))
        if old is not None and changed and before.shape[1] and not step.ignored:
            seen = self._seen(step, step.old, old, None)
            count(after, self._seen(step, step.new, new, kinds), before, seen, changed, step.position)
        return after

    def _seen(self, step: Step, oid: str | None, text: bytes, kinds: npt.NDArray[np.uint8] | None) -> Seen:
        """Return the comments of a content: mostly that which the step before led to, whose are known."""
        path = step.source if kinds is None else step.path
        known, blocks = self._comments.get(path, ("", ()))
        if known != oid:
            told = self._kinds(step.language, text) if kinds is None else kinds
            blocks = tuple(self._blocks(step.language, text, told))
            if oid:
                self._comments[path] = oid, blocks
        return blocks

    def _fresh(self, step: Step, text: bytes) -> Rows:
        """Return the lines of a text as if the commit had written all of them."""
        fresh = np.zeros((ROWS, line_count(text)), np.int64)
        fresh[0] = step.commit << KIND_BITS
        kinds = self._kinds(step.language, text)[: fresh.shape[1]]
        fresh[0, : len(kinds)] |= kinds
        return fresh

    def _joined(
        self, step: Step, before: Rows, fresh: Rows, changed: Sequence[Hunk], texts: tuple[bytes, bytes]
    ) -> Rows:
        pieces: list[Rows] = []
        position = 0
        for hunk in changed:
            removed = before[:, hunk.old : hunk.old + hunk.removed]
            added = fresh[:, hunk.new : hunk.new + hunk.added]
            if step.ignored and hunk.removed and hunk.added:
                added = self._inherited(step, removed, added, matches(hunk, *texts))
            else:
                self._bury(step, removed)
            pieces += [before[:, position : hunk.old], added]
            position = hunk.old + hunk.removed
        return np.concatenate([*pieces, before[:, position:]], axis=1)

    def _inherited(self, step: Step, removed: Rows, added: Rows, sources: Sequence[int]) -> Rows:
        """Return the lines that an ignored commit made, as written by those of the lines they were made of."""
        added = added.copy()
        kept = np.zeros(removed.shape[1], np.bool_)
        for place, source in enumerate(sources):
            if source < 0:
                continue
            added[:, place] = removed[:, source]
            if kept[source]:
                self._record(step, removed[0, source : source + 1], -1)
            kept[source] = True
        self._bury(step, removed[:, ~kept])
        return added

    def _bury(self, step: Step, rows: Rows) -> None:
        if rows.shape[1]:
            self._record(step, rows[0], 1)

    def _record(self, step: Step, lines: Lines, sign: int) -> None:
        line, count = np.unique(lines, return_counts=True)
        same = np.ones(len(line), np.int64)
        self.deaths.append(Deaths(line, same * step.commit, same * step.source, sign * count))

    def _text(self, oid: str, read: dict[str, bytes]) -> bytes | None:
        text = read.get(oid) or self._latest.get(oid) or self._read(oid)
        if text is not None:
            read[oid] = text
        return text
