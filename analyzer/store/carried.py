"""Facts that come from another cache, or go to one: a part of the store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from analyzer.model.carried import Manifest, Tables
from analyzer.model.commit import Commit
from analyzer.store import carried_comments, carried_lines, carried_rows, carrying, restoring
from analyzer.store.carried_tables import carried
from analyzer.store.database import Database
from analyzer.store.dialect import insert
from analyzer.store.loading import forget_kept
from analyzer.store.schema import repositories, tags


class Known(NamedTuple):
    """What is known of carried facts."""

    manifest: Manifest
    origin: str
    """`bundled`, or `imported`."""


class CarriedFacts:
    """Methods of the store; each that writes is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.shape = carrying.shape()
        """Fingerprint of what is carried: facts of another one cannot be stored here."""

    def of(self, repository: int) -> Known | None:
        """Return what is known of facts that were carried here; None for a repository that was read here."""
        statement = select(carried.c.manifest, carried.c.origin).where(carried.c.repository_id == repository)
        with self._database.reading() as connection:
            row = connection.execute(statement).first()
        if row is None:
            return None
        plain = json.loads(row[0])
        return Known(Manifest(**{**plain, "exclude": tuple(plain["exclude"])}), row[1])

    def tables(self, repository: int) -> Tables:
        """Return the facts of a repository, addresses and object ids among them."""
        with self._database.reading() as connection:
            reading, tables = carrying.read(connection, repository)
            return {**tables, **carried_lines.read(reading)}

    def bring(self, repository: int, manifest: Manifest, tables: Tables, origin: str) -> None:
        """Store carried facts in place of what is known of the repository. Raises FactsDamaged and stores nothing."""
        with self._database.writing() as connection:
            _replace(connection, repository, manifest, tables)
            row = {"manifest": json.dumps(asdict(manifest)), "origin": origin}
            statement = insert(connection, carried).values(repository_id=repository, **row)
            connection.execute(statement.on_conflict_do_update(index_elements=["repository_id"], set_=row))

    def left_out(self, repository: int) -> list[tuple[str, str, bool]]:
        """Return (commit, path, whether afterwards) of one place for each content whose object id was not carried.

        In the order of the contents; hashes in full.
        """
        with self._database.reading() as connection:
            return restoring.left_out(connection, repository)

    def restore(self, repository: int, commits: Iterable[Commit], contents: Sequence[str]) -> None:
        """Put what was left out on the way in its place: people, subjects, trailers, and object ids as in `left_out`.

        Afterwards the facts are as if they had been read here.
        """
        with self._database.writing() as connection:
            restoring.contents(connection, repository, contents)
            restoring.people(connection, repository, commits)
            forget_kept(connection)
            connection.execute(delete(carried).where(carried.c.repository_id == repository))

    def tagged(self, repository: int, name: str) -> list[str]:
        """Return the commit of a tag, as a list of one; none if there is no such tag."""
        statement = select(tags.c.sha).where(tags.c.repository_id == repository, tags.c.name == name)
        with self._database.reading() as connection:
            return [sha.hex() for (sha,) in connection.execute(statement)]

    def forget(self, repository: int) -> None:
        """Forget all facts of a repository."""
        with self._database.writing() as connection:
            carried_rows.forget(connection, repository)


def _replace(connection: Connection, repository: int, manifest: Manifest, tables: Tables) -> None:
    carried_rows.forget(connection, repository)
    numbering = carried_rows.write(connection, repository, manifest.contents, tables)
    carried_comments.check(tables)
    carried_lines.write(connection, repository, numbering, tables)
    mine = update(repositories).where(repositories.c.repository_id == repository)
    connection.execute(mine.values(branch=manifest.branch, mined_head=bytes.fromhex(manifest.head)))
