"""How contents of the last twelve months became others: which pairs are to be looked at, and what came out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import bindparam, func, select

from analyzer.model.change import TreeChange
from analyzer.model.edit import DAYS, EDITS_VERSION, WHOLE, Edit
from analyzer.model.moment import Moment
from analyzer.store import loading
from analyzer.store.changes import blob_id
from analyzer.store.database import Database, write_rows
from analyzer.store.dialect import insert
from analyzer.store.quality_tables import blob_edits
from analyzer.store.schema import blobs, commits
from analyzer.store.snapshot import Snapshot
from analyzer.store.trunk import Moves, Numbers
from analyzer.store.words import number, numbers

_COLUMNS = ("position", "path", "previous", "old", "removed", "new", "added")
_SECONDS_A_DAY = 86_400
_CHUNK = 500
_NOBODY = -1


class Edits:
    """The edits in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(
        self, repository: int, moment: Moment, languages: Collection[str], branch: Sequence[TreeChange] = ()
    ) -> list[tuple[str, str]]:
        """Return the (old, new) object ids along the trunk in the `DAYS` before a moment's end not looked at yet.

        Only of paths that imply one of the languages.
        """
        with self._database.reading() as connection:
            snapshot = Snapshot(connection, repository, moment, None, branch, None)
            moved = recent(snapshot)
            moved = Moves(*(column[moved.old != 0] for column in moved))
            hint = snapshot.words[snapshot.paths.hint[snapshot.paths.rows(moved.path)]]
            kept = np.isin(hint, list(languages))
            known = _stored(snapshot, moved)
            pairs = set(zip(moved.old[kept].tolist(), moved.new[kept].tolist(), strict=True)) - set(known)
            oids = _oids(snapshot, {blob for pair in pairs for blob in pair})
            return sorted((oids[old], oids[new]) for old, new in pairs)

    def add(self, rows: Sequence[Edit]) -> None:
        """Store what lies between contents, in place of what another version found."""
        with self._database.writing() as connection:
            version = numbers(connection, {EDITS_VERSION})[EDITS_VERSION]
            statement = insert(connection, blob_edits).values(
                old_blob_id=blob_id("b_old"),
                new_blob_id=blob_id("b_new"),
                counter_id=version,
                hunks=bindparam("b_hunks"),
            )
            statement = statement.on_conflict_do_update(
                index_elements=["new_blob_id", "old_blob_id"],
                set_={column: statement.excluded[column] for column in ("counter_id", "hunks")},
            )
            plain = [(bytes.fromhex(row.old), bytes.fromhex(row.new), _text(row)) for row in rows]
            write_rows(connection, statement, ("b_old", "b_new", "b_hunks"), plain)


def table(snapshot: Snapshot) -> Mapping[str, Sequence[Any]]:
    """Return the table `edits` of the facts, newest first; a version that could not be read has no row."""
    moved = recent(snapshot)
    known = _stored(snapshot, moved)
    path, previous = (snapshot.path_names[snapshot.paths.rows(one)] for one in (moved.path, moved.old_path))
    columns = (moved.position, path, previous, moved.old, moved.new)
    rows = [
        (position, name, before, *hunk)
        for position, name, before, old, new in sorted(zip(*(one.tolist() for one in columns), strict=True))
        for hunk in (known.get((old, new), ()) if old else (WHOLE,))
    ]
    return dict(zip(_COLUMNS, zip(*rows[::-1], strict=True), strict=True)) if rows else dict.fromkeys(_COLUMNS, ())


def recent(snapshot: Snapshot) -> Moves:
    """Return which contents came or became others along the trunk, from the first commit that is young enough."""
    moment = snapshot.moment
    first = select(func.min(commits.c.position)).where(
        commits.c.repository_id == snapshot.repository,
        commits.c.position <= moment.position,
        commits.c.commit_time > moment.end - DAYS * _SECONDS_A_DAY,
    )
    position = snapshot.connection.execute(first).scalar()
    moves = snapshot.moves
    # Without any, the branch is all that may be young enough.
    young = moves.position >= (moment.position + 1 if position is None else position)
    kept = young & (moves.new != 0) & (moves.old != moves.new)
    return Moves(*(column[kept] for column in moves))


def _stored(snapshot: Snapshot, moved: Moves) -> dict[tuple[int, int], list[tuple[int, ...]]]:
    """Return (old, new) -> hunks of the pairs that this version looked at."""
    version = number(snapshot.connection, EDITS_VERSION)
    statement = select(blob_edits.c.old_blob_id, blob_edits.c.new_blob_id, blob_edits.c.hunks).where(
        blob_edits.c.counter_id == (_NOBODY if version is None else version)
    )
    return {
        (old, new): _parsed(text)
        for some in _chunks(moved.new)
        for old, new, text in loading.rows(snapshot.connection, statement.where(blob_edits.c.new_blob_id.in_(some)))
    }


def _oids(snapshot: Snapshot, wanted: Collection[int]) -> dict[int, str]:
    statement = select(blobs.c.blob_id, blobs.c.oid)
    return {
        blob: oid.hex()
        for some in _chunks(np.array(sorted(wanted), np.int64))
        for blob, oid in loading.rows(snapshot.connection, statement.where(blobs.c.blob_id.in_(some)))
    }


def _chunks(contents: Numbers) -> Iterator[list[int]]:
    wanted = np.unique(contents).tolist()
    yield from (wanted[start : start + _CHUNK] for start in range(0, len(wanted), _CHUNK))


def _text(edit: Edit) -> str:
    return ";".join(",".join(map(str, hunk)) for hunk in edit.hunks)


def _parsed(text: str) -> list[tuple[int, ...]]:
    return [tuple(map(int, hunk.split(","))) for hunk in text.split(";") if hunk]
