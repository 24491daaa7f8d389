"""The lines that were followed, as of a moment: which had come by then, and which had gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import select

from analyzer.model.scope import Scope
from analyzer.model.survival import KIND_BITS, NO_LINES, Deaths, unpack_deaths, unpack_runs
from analyzer.store import loading
from analyzer.store.owners import owners
from analyzer.store.quality_tables import line_deaths, line_states, survival
from analyzer.store.schema import paths
from analyzer.store.trunk import Numbers

if TYPE_CHECKING:
    from analyzer.store.snapshot import Snapshot

ALIVE = -1
"""Position, or month, of the death of lines that are there."""
_NOT_OURS = (Scope.VENDORED.value, Scope.GENERATED.value)
_KIND = (1 << KIND_BITS) - 1


class Lives(NamedTuple):
    """Groups of lines, arrays of equal length."""

    commit: Numbers
    """Number of the commit that wrote them."""
    kind: Numbers
    path: Numbers
    """Place in the snapshot's paths."""
    born: Numbers
    """Position on the trunk."""
    died: Numbers
    """Likewise; `ALIVE` for what is there at the moment."""
    number: Numbers


def lives(snapshot: Snapshot) -> Lives:
    """Return all lines that came up to the moment, with what had died by then; none off the trunk."""
    moment = snapshot.moment
    reached = _reached(snapshot)
    if not moment.on_trunk or reached < moment.position:
        return Lives(*[NO_LINES] * len(Lives._fields))
    alive, dead = _alive(snapshot), _dead(snapshot)
    line, _, path, number = (np.concatenate(pair) for pair in zip(alive, dead, strict=True))
    owned = owners(snapshot.connection, snapshot.repository)
    born = owned.positions(line >> KIND_BITS)
    died = np.append(np.full(len(alive.line), moment.position + 1), owned.positions(dead.died))
    died[died > moment.position] = ALIVE
    place = _places(snapshot)[path]
    kept = (born <= moment.position) & ours(snapshot)[place]
    return Lives(*(column[kept] for column in (line >> KIND_BITS, line & _KIND, place, born, died, number)))


def _reached(snapshot: Snapshot) -> int:
    statement = select(survival.c.position).where(survival.c.repository_id == snapshot.repository)
    found = snapshot.connection.execute(statement).scalar()
    return -1 if found is None else found


def _alive(snapshot: Snapshot) -> Deaths:
    """Return the lines that are there at the end of what was followed, as if they all died behind it."""
    mine = select(line_states.c.path_id, line_states.c.lines).join(paths, paths.c.path_id == line_states.c.path_id)
    statement = mine.where(paths.c.repository_id == snapshot.repository).order_by(line_states.c.path_id)
    runs = [(path, *unpack_runs(lines)) for path, lines in loading.rows(snapshot.connection, statement)]
    if not runs:
        return Deaths(*[NO_LINES] * len(Deaths._fields))
    line, number = (np.concatenate(column) for column in ([run[1] for run in runs], [run[2] for run in runs]))
    path = np.repeat(np.array([run[0] for run in runs], np.int64), [len(run[1]) for run in runs])
    return Deaths(line, np.zeros(len(line), np.int64), path, number)


def _dead(snapshot: Snapshot) -> Deaths:
    mine = select(line_deaths.c.deaths).where(line_deaths.c.repository_id == snapshot.repository)
    found = [unpack_deaths(one) for (one,) in loading.rows(snapshot.connection, mine.order_by(line_deaths.c.ordinal))]
    found.append(unpack_deaths(b""))
    return Deaths(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _places(snapshot: Snapshot) -> Numbers:
    """Return a table from numbers of paths to their places: for a million lines that is quicker than a search."""
    known = snapshot.paths.path
    table = np.zeros(int(known.max(initial=0)) + 1, np.int64)
    table[known] = np.arange(len(known))
    return table


def ours(snapshot: Snapshot) -> npt.NDArray[np.bool_]:
    """Return for each path whether it is counted, and neither vendored nor generated."""
    known = snapshot.paths
    return known.counted & ~np.isin(snapshot.words[known.scope], _NOT_OURS)
