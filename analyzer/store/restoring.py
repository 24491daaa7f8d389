"""What carried facts lack, put in its place once it can be read: people, what they wrote, and object ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from analyzer.model.commit import Commit
from analyzer.store import commits as writing
from analyzer.store import loading
from analyzer.store.carried_rows import STAND_IN
from analyzer.store.columns import metadata
from analyzer.store.database import write_rows
from analyzer.store.quality_tables import parts_read, survival, unique_lines
from analyzer.store.schema import blob_mailmaps, blobs, changes, commits, paths

_BEHIND = STAND_IN[:-1] + b"\1"
"""What no stand-in reaches, whatever follows its beginning."""


def left_out(connection: Connection, repository: int) -> list[tuple[str, str, bool]]:
    """Return (commit, path, whether afterwards) of one place for each content without an object id, in their order."""
    statement = (
        select(changes.c.old_blob_id, changes.c.new_blob_id, commits.c.sha, paths.c.path, changes.c.previous_path_id)
        .join(commits, commits.c.commit_id == changes.c.commit_id)
        .join(paths, paths.c.path_id == changes.c.path_id)
        .where(commits.c.repository_id == repository)
        .order_by(changes.c.commit_id, changes.c.path_id)
    )
    names = dict(loading.rows(connection, select(paths.c.path_id, paths.c.path)))
    found: dict[int, tuple[str, str, bool]] = {}
    before: dict[int, tuple[str, str, bool]] = {}
    for old, new, sha, path, previous in loading.rows(connection, statement):
        if new is not None and new not in found:
            found[new] = (sha.hex(), path, True)
        if old is not None and old not in before:
            before[old] = (sha.hex(), names.get(previous, path), False)
    return [(found.get(blob) or before[blob]) for blob, _ in _missing(connection) if blob in found or blob in before]


def contents(connection: Connection, repository: int, oids: Sequence[str]) -> None:
    """Store the object ids of the contents that `left_out` tells, in its order."""
    places = _used(connection, repository)
    missing = [blob for blob, _ in _missing(connection) if blob in places]
    known = dict(loading.rows(connection, select(blobs.c.oid, blobs.c.blob_id)))
    told = list(zip(missing, map(bytes.fromhex, oids), strict=True))
    new = [(blob, oid) for blob, oid in told if oid not in known]
    statement = update(blobs).where(blobs.c.blob_id == bindparam("b_id")).values(oid=bindparam("b_oid"))
    write_rows(connection, statement, ("b_id", "b_oid"), new)
    # Another repository has the same content: its row stands for both.
    _join(connection, {blob: known[oid] for blob, oid in told if oid in known})


def people(connection: Connection, repository: int, again: Iterable[Commit]) -> None:
    """Store authors, committers, subjects and trailers of commits as they were recorded.

    Mailmaps are to be read again; comments to be looked at, since how they begin was left out; and different lines to
    be counted, since what they are told by was.
    """
    found = list(again)
    writing.correct(connection, repository, found)
    mailmaps = select(changes.c.new_blob_id).join(paths, paths.c.path_id == changes.c.path_id)
    mine = mailmaps.where(paths.c.repository_id == repository, paths.c.path == ".mailmap")
    connection.execute(delete(blob_mailmaps).where(blob_mailmaps.c.blob_id.in_(mine)))
    here = survival.c.repository_id == repository
    connection.execute(update(survival).where(here).values(comments_sha=None))
    # The hashes of lines were not carried: they are read when different lines are asked for again.
    connection.execute(delete(unique_lines).where(unique_lines.c.repository_id == repository))
    counted = (parts_read.c.repository_id == repository) & (parts_read.c.part == "unique_lines")
    connection.execute(delete(parts_read).where(counted))


def _missing(connection: Connection) -> list[tuple[int, bytes]]:
    statement = select(blobs.c.blob_id, blobs.c.oid)
    wanted = statement.where(blobs.c.oid >= STAND_IN, blobs.c.oid < _BEHIND).order_by(blobs.c.oid)
    return list(loading.rows(connection, wanted))


def _used(connection: Connection, repository: int) -> set[int]:
    statement = select(changes.c.old_blob_id, changes.c.new_blob_id)
    mine = statement.join(commits, commits.c.commit_id == changes.c.commit_id)
    rows = loading.rows(connection, mine.where(commits.c.repository_id == repository))
    return {blob for pair in rows for blob in pair if blob is not None}


def _join(connection: Connection, same: dict[int, int]) -> None:
    """Let what points to some contents point to others that are the same."""
    if not same:
        return
    for table in metadata.sorted_tables:
        keys = [*table.primary_key.columns]
        for column in table.columns:
            if any(key.column.table is blobs for key in column.foreign_keys):
                # One look at each row: no index helps to find contents, and a fork shares all of them.
                rows = loading.rows(connection, select(*keys, column).where(column.is_not(None)))
                found = [(same[row[-1]], *row[:-1]) for row in rows if row[-1] in same]
                wanted = [key == bindparam(f"b_{key.name}") for key in keys]
                statement = update(table).where(*wanted).values({column: bindparam("b_to")})
                # What is known of the other already is the same; what is left behind is nobody's.
                statement = statement.prefix_with("OR IGNORE", dialect="sqlite")
                write_rows(connection, statement, ("b_to", *(f"b_{key.name}" for key in keys)), found)
