"""Which functions recent commits changed: their lines followed back along the trunk, hunk by hunk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from analyzer.model.edit import Hunk
from analyzer.model.frames import Facts

Span = tuple[int, int]
"""From the line that so many lines stand before, up to the line that so many stand before."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What one trunk commit did to a file."""

    position: int
    previous: str
    """What the file was called before."""
    hunks: Sequence[Hunk]


def function_changes(facts: Facts, functions: pd.DataFrame) -> list[list[int]]:
    """Return, for each row of `functions` (`path`, `line`, `end_line`), the trunk positions that changed its lines.

    As `git log -L` does: a function is the lines that became those which it has at the moment. So a new name is no
    other function, and where nothing is left of it in the version before, it begins. Along the trunk only: a merge
    counts as one commit with all that it brought. Newest first. Needs the tables `edits` and `renames`.
    """
    steps = _steps(facts)
    found: list[list[int]] = [[] for _ in range(len(functions))]
    for path, rows in functions.reset_index(drop=True).groupby("path"):
        spans = {
            int(row): (int(line) - 1, int(end))
            for row, line, end in zip(rows.index, rows["line"], rows["end_line"], strict=True)
        }
        for step in _along(steps, str(path)):
            for row, span in list(spans.items()):
                if touched(span, step.hunks):
                    found[row].append(step.position)
                before = carried_back(span, step.hunks)
                if before[0] >= before[1]:
                    del spans[row]
                else:
                    spans[row] = before
            if not spans:
                break
    return found


def touched(span: Span, hunks: Sequence[Hunk]) -> bool:
    """Whether hunks changed lines of a span of the new content, or removed some from within it."""
    start, end = span
    return any(
        hunk.new < end and hunk.new + hunk.added > start if hunk.added else start < hunk.new < end for hunk in hunks
    )


def carried_back(span: Span, hunks: Sequence[Hunk]) -> Span:
    """Return the span of the old content that became a span of the new one; empty if there was none."""
    start, end = span
    return _start_before(start, hunks), _end_before(end, hunks)


def _start_before(start: int, hunks: Sequence[Hunk]) -> int:
    shift = 0
    for hunk in hunks:
        if hunk.new + hunk.added <= start:
            shift += hunk.removed - hunk.added
        elif hunk.new <= start:
            return hunk.old
    return start + shift


def _end_before(end: int, hunks: Sequence[Hunk]) -> int:
    shift = 0
    for hunk in hunks:
        if hunk.new + hunk.added < end or (hunk.added and hunk.new + hunk.added == end):
            shift += hunk.removed - hunk.added
        elif hunk.new < end:
            return hunk.old + hunk.removed
    return end + shift


def _steps(facts: Facts) -> Mapping[str, list[_Step]]:
    """Return, by the path that a file has after each, its steps, newest first."""
    edits, renames = facts["edits"], facts["renames"]
    columns = zip(*(edits[name].tolist() for name in edits), strict=True)
    made: dict[tuple[int, str], tuple[str, list[Hunk]]] = {}
    for position, path, previous in zip(
        *(renames[name].tolist() for name in ("position", "path", "previous")), strict=True
    ):
        made[position, path] = (previous, [])
    for position, path, previous, *hunk in columns:
        made.setdefault((position, path), (previous, []))[1].append(Hunk(*hunk))
    steps = [(path, _Step(position, previous, sorted(hunks))) for (position, path), (previous, hunks) in made.items()]
    steps.sort(key=lambda one: (one[0], -one[1].position))
    return {path: [step for _, step in some] for path, some in groupby(steps, key=lambda one: one[0])}


def _along(steps: Mapping[str, list[_Step]], path: str) -> Iterator[_Step]:
    """Yield the steps of a file that is called `path` at the end, newest first, under each name that it had."""
    before = None
    while True:
        earlier = [step for step in steps.get(path, ()) if before is None or step.position < before]
        renamed = next((step for step in earlier if step.previous != path), None)
        for step in earlier:
            yield step
            if step is renamed:
                break
        if renamed is None:
            return
        path, before = renamed.previous, renamed.position
