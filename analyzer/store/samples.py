"""Trees sampled along the trunk, and what the syntax of their Python source comes to in each.

Syntax trees cost too much to be made of every version of every file. So some trees stand for all: those at the end of
each calendar month, and the one at the moment. What the end of a month is has one answer, whoever asks and when: the
newest trunk commit dated not later.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from sqlalchemy import select

from analyzer.model.lines import PARTITION
from analyzer.model.scope import Scope
from analyzer.model.syntax import Syntax
from analyzer.model.trunk_time import EARLIEST
from analyzer.store import contents, loading, trunk
from analyzer.store.contents import KINDS, PYTHON
from analyzer.store.schema import commits
from analyzer.store.snapshot import Snapshot
from analyzer.store.trunk import Lines, Numbers, Stays


def sampled(times: Numbers, moment: int) -> Numbers:
    """Return the places on the trunk of the trees that are samples, the newest commit always among them, ascending.

    `times` are the committers' along the trunk, `moment` is the newest commit's; seconds since 1970 in UTC.
    """
    believed = np.where((times >= EARLIEST) & (times <= moment), times, moment)
    # A commit hides the later dated ones before it, as `git rev-list --first-parent --before` has it.
    since = np.minimum.accumulate(believed[::-1])[::-1]
    months = since.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    return np.flatnonzero(np.append(months[1:] != months[:-1], True)[: len(months)])


def pending(snapshot: Snapshot, counter_version: str) -> list[str]:
    """Return the object ids of Python source in the samples that this version has not parsed, each once."""
    positions, _, _ = _samples(snapshot)
    kind, known = KINDS["syntax"], snapshot.paths
    there = trunk.stays(snapshot.moves, positions)
    # Nearly all were parsed before: only of the others it is looked at whether they are Python source.
    place = known.rows(there.path)
    concerned = there.blob[known.counted[place] & (known.scope[place] == snapshot.scopes.source)]
    unparsed = contents.numbers_pending(snapshot.connection, kind, counter_version, concerned)
    if not len(unparsed):
        return []
    kept, _ = _python_source(snapshot, there, loading.lines(snapshot.connection, unparsed))
    return contents.pending_among(snapshot.connection, kind, counter_version, kept.blob)


def load(snapshot: Snapshot) -> Mapping[str, Any]:
    """Return the table `syntax_samples`: see model/frames.py."""
    positions, times, shas = _samples(snapshot)
    kept, row = _python_source(snapshot, trunk.stays(snapshot.moves, positions), snapshot.lines)
    parsed, figures = _figures(snapshot, kept.blob)
    lines = snapshot.lines.vector[: len(PARTITION), row].sum(axis=0)
    steps = np.column_stack([np.ones_like(kept.blob), parsed, lines, lines * parsed, figures])
    totals = np.zeros((len(positions) + 1, steps.shape[1]), np.int64)
    np.add.at(totals, kept.first, steps)
    np.subtract.at(totals, kept.end, steps)
    names = ("files", "files_parsed", "lines", "lines_parsed", *Syntax._fields)
    return {
        "position": positions,
        "sha": shas,
        "time": times,
        **dict(zip(names, totals.cumsum(axis=0)[:-1].T, strict=True)),
    }


def _samples(snapshot: Snapshot) -> tuple[Numbers, Numbers, loading.Texts]:
    """Return position, committer's time and hash of the commits whose trees are samples."""
    moment = snapshot.moment
    mine = commits.c.repository_id == snapshot.repository
    along = select(commits.c.position, commits.c.commit_time).where(mine, commits.c.position <= moment.position)
    positions, times = loading.integers(snapshot.connection, along.order_by(commits.c.position))
    if len(positions) and not moment.on_trunk:
        positions, times = np.append(positions, moment.position + 1), np.append(times, moment.time)
    places = sampled(times, moment.time)
    chosen = positions[places]
    named = select(commits.c.position, commits.c.sha).where(mine)
    shas = dict(loading.rows_among(snapshot.connection, named, commits.c.position, chosen))
    # The branch, if any, stands behind the last trunk commit.
    known = [shas[one].hex() if one <= moment.position else moment.sha for one in chosen.tolist()]
    return chosen, times[places], loading.texts(known)


def _python_source(snapshot: Snapshot, stays: Stays, lines: Lines) -> tuple[Stays, Numbers]:
    """Return which files are Python of scope source, as far as `lines` knows them, and their rows of it."""
    known = snapshot.paths
    place = known.rows(stays.path)
    row = lines.rows(stays.blob, known.hint[place])
    scope = trunk.scope_of(known.scope[place], lines.generated[row], snapshot.scopes)
    wanted = known.counted[place] & (row != 0)
    wanted &= (snapshot.words[scope] == Scope.SOURCE) & (snapshot.words[lines.language[row]] == PYTHON)
    return Stays(*(column[wanted] for column in stays)), row[wanted]


def _figures(snapshot: Snapshot, blobs: Numbers) -> tuple[Numbers, Numbers]:
    """Return for each content whether it was parsed (1 or 0), and its figures: all 0 if it was not."""
    found = contents.found(snapshot.connection, KINDS["syntax"], blobs)
    nothing = (0,) * (len(Syntax._fields) + 1)
    different, place = np.unique(blobs, return_inverse=True)
    rows = [(int(not found[blob][0]), *found[blob][1:]) if blob in found else nothing for blob in different.tolist()]
    table = np.array(rows, np.int64).reshape(-1, len(nothing))[place]
    return table[:, 0], table[:, 1:]
