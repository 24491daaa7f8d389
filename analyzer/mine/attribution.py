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

from analyzer.mine.branches import branch_writers, sign
from analyzer.mine.hunks import MOST_LINES, Hunk, hunks, line_count
from analyzer.mine.ignored import matches
from analyzer.model.survival import (
    KIND_BITS,
    NO_LINES,
    Deaths,
    Followed,
    Lines,
    Step,
    pack,
    pack_deaths,
    unpack,
)

Read = Callable[[str], bytes | None]
"""From an object id to its text; None if it cannot be read."""
KindsOf = Callable[[str, bytes], npt.NDArray[np.uint8]]
"""From a language and a text to the kind of each line."""


def follow(states: Mapping[int, bytes], steps: Sequence[Step], read: Read, kinds: KindsOf) -> Followed:
    """Take all steps, which are in the order of the trunk, from the packed `states` of paths before them."""
    pass_ = _Pass(states, read, kinds)
    for _, same in groupby(steps, lambda step: step.commit):
        pass_.take(list(same))
    touched = {path for step in steps for path in (step.path, step.source)}
    packed = {path: pack(pass_.files.get(path, NO_LINES)) for path in sorted(touched)}
    return Followed(len(steps), packed, pack_deaths(pass_.deaths))


class _Pass:
    """The files as they are at one place of the trunk."""

    def __init__(self, states: Mapping[int, bytes], read: Read, kinds: KindsOf) -> None:
        self.files = {path: unpack(packed) for path, packed in states.items() if packed}
        self.deaths: list[Deaths] = []
        self._read = read
        self._kinds = kinds
        self._latest: dict[str, bytes] = {}
        """The contents of the steps before: the next ones mostly begin with them."""

    def take(self, steps: Sequence[Step]) -> None:
        """Take the steps of one commit: all leaves before anything enters, since two files may change places."""
        before = [self.files.get(step.source, NO_LINES) if step.old else NO_LINES for step in steps]
        for step in steps:
            if step.old:
                self.files.pop(step.source, None)
        read: dict[str, bytes] = {}
        for step, lines in zip(steps, before, strict=True):
            after = self._after(step, lines, read)
            if len(after):
                self.files[step.path] = after
        self._latest = read

    def _after(self, step: Step, before: Lines, read: dict[str, bytes]) -> Lines:
        new = self._text(step.new, read) if step.language and step.new else None
        if new is None or line_count(new) > MOST_LINES:
            self._bury(step, before)
            return NO_LINES
        fresh = self._fresh(step, new)
        old = self._text(step.old, read) if step.old and len(before) else None
        if old is None or line_count(old) != len(before):
            self._bury(step, before)
            changed = [Hunk(0, 0, 0, len(fresh))]
            before = NO_LINES
        else:
            changed = hunks(old, new)
        if step.branch:
            sign(fresh, changed, branch_writers(step.branch, new, self._read))
        return self._joined(step, before, fresh, changed, (old or b"", new))

    def _fresh(self, step: Step, text: bytes) -> Lines:
        """Return the lines of a text as if the commit had written all of them."""
        fresh = np.full(line_count(text), step.commit << KIND_BITS, np.int64)
        kinds = self._kinds(step.language, text)[: len(fresh)]
        fresh[: len(kinds)] |= kinds
        return fresh

    def _joined(
        self, step: Step, before: Lines, fresh: Lines, changed: Sequence[Hunk], texts: tuple[bytes, bytes]
    ) -> Lines:
        pieces: list[Lines] = []
        position = 0
        for hunk in changed:
            removed = before[hunk.old : hunk.old + hunk.removed]
            added = fresh[hunk.new : hunk.new + hunk.added]
            if step.ignored and hunk.removed and hunk.added:
                added = self._inherited(step, removed, added, matches(hunk, *texts))
            else:
                self._bury(step, removed)
            pieces += [before[position : hunk.old], added]
            position = hunk.old + hunk.removed
        return np.concatenate([*pieces, before[position:]])

    def _inherited(self, step: Step, removed: Lines, added: Lines, sources: Sequence[int]) -> Lines:
        """Return the lines that an ignored commit made, as written by those of the lines they were made of."""
        added = added.copy()
        kept = np.zeros(len(removed), np.bool_)
        for place, source in enumerate(sources):
            if source < 0:
                continue
            added[place] = removed[source]
            if kept[source]:
                self._record(step, removed[source : source + 1], -1)
            kept[source] = True
        self._bury(step, removed[~kept])
        return added

    def _bury(self, step: Step, lines: Lines) -> None:
        if len(lines):
            self._record(step, lines, 1)

    def _record(self, step: Step, lines: Lines, sign: int) -> None:
        line, count = np.unique(lines, return_counts=True)
        same = np.ones(len(line), np.int64)
        self.deaths.append(Deaths(line, same * step.commit, same * step.source, sign * count))

    def _text(self, oid: str, read: dict[str, bytes]) -> bytes | None:
        text = read.get(oid) or self._latest.get(oid) or self._read(oid)
        if text is not None:
            read[oid] = text
        return text
