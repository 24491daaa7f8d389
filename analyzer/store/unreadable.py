"""What could not be read of a repository's objects: whether there is any, and forgetting all that came of it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Select, Table, delete, select

from analyzer.model.uncounted import Reason
from analyzer.store import carried_rows
from analyzer.store.columns import metadata
from analyzer.store.database import Database
from analyzer.store.schema import blob_licences, changes, commits
from analyzer.store.words import number


class Unreadable:
    """Part of the store, see `Store.unreadable`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def any_of(self, repository: int) -> bool:
        """Return whether a content, or what a commit changed, was taken down as one that cannot be read."""
        with self._database.reading() as connection:
            broken = number(connection, Reason.BROKEN_OBJECT.value)
            return broken is not None and any(_has(connection, table, broken, repository) for table in _tables())

    def forget_all(self, repository: int) -> None:
        """Forget all facts of a repository, and of every content what could not be read: it is read anew."""
        with self._database.writing() as connection:
            licences = blob_licences.c.blob_id.in_(_contents(repository))
            connection.execute(delete(blob_licences).where(licences))
            carried_rows.forget(connection, repository)
            broken = number(connection, Reason.BROKEN_OBJECT.value)
            for table in _tables():
                connection.execute(delete(table).where(table.c.problem_id == broken))


def _tables() -> Iterator[Table]:
    return (table for table in metadata.sorted_tables if "problem_id" in table.c)


def _has(connection: Connection, table: Table, broken: int, repository: int) -> bool:
    column, mine = ("blob_id", _contents(repository)) if "blob_id" in table.c else ("commit_id", _commits(repository))
    found = select(table.c[column]).where(table.c.problem_id == broken)
    # Mostly there is none at all, which is quickly known.
    if connection.execute(found.limit(1)).first() is None:
        return False
    return connection.execute(found.where(table.c[column].in_(mine)).limit(1)).first() is not None


def _commits(repository: int) -> Select[tuple[int]]:
    return select(commits.c.commit_id).where(commits.c.repository_id == repository)


def _contents(repository: int) -> Select[tuple[int]]:
    return select(changes.c.new_blob_id).join(commits).where(commits.c.repository_id == repository)
