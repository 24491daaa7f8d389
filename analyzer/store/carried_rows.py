"""Tables of columns -> one repository's rows, with numbers of this database; and such rows gone again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Table, bindparam, delete, select
from sqlalchemy.exc import IntegrityError

from analyzer.errors import FactsDamaged
from analyzer.model.carried import NOTHING, Column, Columns, Numbers, Tables
from analyzer.store import loading, schema
from analyzer.store.carrying import PLAIN, kind, own, target
from analyzer.store.columns import metadata
from analyzer.store.database import write_rows
from analyzer.store.dialect import insert
from analyzer.store.words import numbers

STAND_IN = bytes(6)
"""How stand-ins for object ids begin: no hash of anything does."""
_OF_FILE = 6
_OF_PLACE = 8


class Numbering:
    """The numbers that carried rows have in this database: number in the file -> number here."""

    def __init__(self) -> None:
        self._known: dict[str, Numbers] = {}

    def set(self, table: str, found: Sequence[int]) -> None:
        """Say which numbers the rows of a table have, in order."""
        self._known[table] = np.array([0, *found], np.int64)

    def of(self, table: str, wanted: Numbers) -> Numbers:
        """Return the numbers here. Raises FactsDamaged for rows that there are not."""
        known = self._known[table]
        if len(wanted) and not (int(wanted.min()) >= 0 and int(wanted.max()) < len(known)):
            raise FactsDamaged(f"a row points to one of {table} that there is not")
        return known[wanted]


def write(connection: Connection, repository: int, contents: str, tables: Tables) -> Numbering:
    """Store what was carried, of which nothing is stored yet. Raises FactsDamaged for what cannot be facts.

    `contents` is a fingerprint of the contents, whose object ids are missing.
    """
    numbering = Numbering()
    try:
        _words(connection, numbering, tables)
        _identities(connection, numbering, tables)
        _commits(connection, numbering, repository, tables)
        _paths(connection, numbering, repository, tables)
        _blobs(connection, numbering, contents, tables)
        for table in PLAIN:
            _insert(connection, table, repository, _here(numbering, table, _table(tables, table.name)))
    except (IntegrityError, OverflowError) as error:
        raise FactsDamaged("the file of facts says the same twice, or what cannot be") from error
    return numbering


def forget(connection: Connection, repository: int) -> None:
    """Forget all facts of a repository but the names of its files, and the figures of contents, which say nothing."""
    loading.forget_kept(connection)
    mine = select(schema.paths.c.path_id).where(schema.paths.c.repository_id == repository)
    for table in reversed(metadata.sorted_tables):
        if table.name in ("repositories", "paths", *schema.HISTORY):
            # To delete a path takes a look at every change there is, of all repositories.
            continue
        if "repository_id" in table.c:
            # What is kept by commit goes with the commits.
            connection.execute(delete(table).where(table.c.repository_id == repository))
        elif [target(column) for column in table.primary_key.columns][:1] == ["paths"]:
            connection.execute(delete(table).where(table.c.path_id.in_(mine)))
    here = schema.repositories.c.repository_id == repository
    connection.execute(schema.repositories.update().where(here).values(branch=None, mined_head=None))


def _table(tables: Tables, name: str) -> Columns:
    """Return a table, all columns of which are there and of the right kind."""
    columns = tables.get(name, {})
    for column in own(metadata.tables[name]):
        _column(columns, name, column.name, kind(column))
    return columns


def _column(columns: Columns, table: str, name: str, wanted: type) -> Column:
    found = columns.get(name)
    if isinstance(found, np.ndarray):
        right = found.dtype == (np.int64 if wanted is int else np.float64) and wanted in (int, float)
    else:
        # A column without a row does not tell its kind.
        right = found is not None and all(isinstance(one, wanted) for one in found)
    if found is None or not right:
        raise FactsDamaged(f"the column {name} of {table} is missing or of another kind")
    return found


def _words(connection: Connection, numbering: Numbering, tables: Tables) -> None:
    found = [str(word) for word in _table(tables, "words")["word"]]
    known = numbers(connection, found)
    numbering.set("words", [known[word] for word in found])


def _identities(connection: Connection, numbering: Numbering, tables: Tables) -> None:
    table = _table(tables, "identities")
    pairs = list(zip(table["name"], table["email"], strict=True))
    statement = insert(connection, schema.identities).values(name=bindparam("b_name"), email=bindparam("b_email"))
    write_rows(connection, statement.on_conflict_do_nothing(), ("b_name", "b_email"), pairs)
    rows = loading.rows(connection, select(schema.identities))
    known = {(name, email): number for number, name, email in rows}
    numbering.set("identities", [known[pair] for pair in pairs])


def _commits(connection: Connection, numbering: Numbering, repository: int, tables: Tables) -> None:
    columns = _here(numbering, schema.commits, _table(tables, "commits"))
    _insert(connection, schema.commits, repository, columns)
    mine = select(schema.commits.c.sha, schema.commits.c.commit_id)
    known = dict(loading.rows(connection, mine.where(schema.commits.c.repository_id == repository)))
    shas = list(columns["sha"])
    numbering.set("commits", [known[sha] for sha in shas])
    there, beyond = tables.get("parents", {}), tables.get("parents_beyond", {})
    child, ordinal, back = (_numbers(there, "parents", name) for name in ("commit_id", "ordinal", "back"))
    # Compared, not subtracted: a difference may overflow.
    if not ((child > 0) & (child <= len(shas)) & (back > 0) & (back < child)).all():
        raise FactsDamaged("a commit has a parent that there is not")
    parent = child - back
    rows = [
        *zip(child.tolist(), ordinal.tolist(), (shas[place - 1] for place in parent.tolist()), strict=True),
        *zip(
            _numbers(beyond, "parents_beyond", "commit_id").tolist(),
            _numbers(beyond, "parents_beyond", "ordinal").tolist(),
            _column(beyond, "parents_beyond", "sha", bytes),
            strict=True,
        ),
    ]
    here = numbering.of("commits", np.array([row[0] for row in rows], np.int64)).tolist()
    values = [(number, *row[1:]) for number, row in zip(here, rows, strict=True)]
    _insert_rows(connection, schema.parents, ("commit_id", "ordinal", "sha"), values)


def _numbers(columns: Columns, table: str, name: str) -> Numbers:
    found = _column(columns, table, name, int)
    return found.astype(np.int64) if isinstance(found, np.ndarray) else np.zeros(0, np.int64)


def _paths(connection: Connection, numbering: Numbering, repository: int, tables: Tables) -> None:
    columns = _here(numbering, schema.paths, _table(tables, "paths"))
    _insert(connection, schema.paths, repository, columns)
    mine = select(schema.paths.c.path, schema.paths.c.path_id)
    known = dict(loading.rows(connection, mine.where(schema.paths.c.repository_id == repository)))
    numbering.set("paths", [known[path] for path in columns["path"]])


def _blobs(connection: Connection, numbering: Numbering, contents: str, tables: Tables) -> None:
    # A file names no content: it could say false things of those of other repositories.
    columns = tables.get("blobs", {})
    oids = [stand_in(contents, place) for place in range(len(_numbers(columns, "blobs", "width")))]
    statement = insert(connection, schema.blobs).values(oid=bindparam("b_oid")).on_conflict_do_nothing()
    write_rows(connection, statement, ("b_oid",), [(oid,) for oid in oids])
    known = dict(loading.rows(connection, select(schema.blobs.c.oid, schema.blobs.c.blob_id)))
    numbering.set("blobs", [known[oid] for oid in oids])


def stand_in(contents: str, place: int) -> bytes:
    """Return what stands for the object id of a content that is not told; `contents` is a fingerprint of them all."""
    return STAND_IN + bytes.fromhex(contents)[:_OF_FILE] + place.to_bytes(_OF_PLACE, "big")


def _here(numbering: Numbering, table: Table, columns: Columns) -> dict[str, Sequence[Any]]:
    """Return the columns as the database has them."""
    found: dict[str, Sequence[Any]] = {}
    for column in own(table):
        values = columns[column.name]
        if not isinstance(values, np.ndarray):
            found[column.name] = values
            continue
        pointed = target(column)
        if pointed:
            values = numbering.of(pointed, values.astype(np.int64))
        nothing = 0 if pointed else NOTHING
        if not column.nullable and (values == nothing).any():
            raise FactsDamaged(f"the column {column.name} of {table.name} has a value that is missing")
        plain = values.tolist()
        if column.nullable:
            plain = [None if value == nothing else value for value in plain]
        found[column.name] = plain
    return found


def _insert(connection: Connection, table: Table, repository: int, columns: Mapping[str, Sequence[Any]]) -> None:
    names, rows = list(columns), list(zip(*columns.values(), strict=True))
    if "repository_id" in table.c:
        names, rows = ["repository_id", *names], [(repository, *row) for row in rows]
    _insert_rows(connection, table, names, rows)


def _insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    values: dict[str, Any] = {name: bindparam(f"b_{name}") for name in names}
    statement = insert(connection, table).values(values)
    if any(target(column) == "blobs" for column in table.primary_key.columns):
        # What is known of a content is the same, whoever counted it.
        statement = statement.on_conflict_do_nothing()
    if table is schema.paths:
        told = {name: statement.excluded[name] for name in ("hint_id", "scope_id", "rules_id")}
        statement = statement.on_conflict_do_update(index_elements=["repository_id", "path"], set_=told)
    write_rows(connection, statement, tuple(f"b_{name}" for name in names), rows)
