"""One repository's rows -> tables of columns without a number of this database in them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Boolean, Connection, Double, LargeBinary, Table, Text, select
from sqlalchemy import Column as SqlColumn

from analyzer.model.carried import NOTHING, Column, Columns, Numbers, Tables
from analyzer.store import loading, quality_tables, schema
from analyzer.store.carried_tables import carried
from analyzer.store.columns import metadata

_NUMBERED = ("words", "identities", "commits", "paths", "blobs")
"""Tables whose rows others point to: a row's number is its place."""
_OF_LINES = frozenset({"survival", "line_states", "line_deaths"})
"""Carried in a shape of their own, or not: see `carried_lines.py`."""
_NOT_FACTS = frozenset({"meta", "repositories", "comparisons", "parents", carried.name}) | schema.HISTORY | _OF_LINES
_OF_HEAD = frozenset({quality_tables.unique_lines.name, quality_tables.parts_read.name})
"""What is known of whole trees; only of the newest commit's it is carried."""

_IDS = frozenset({"oid", "sha"})
"""Columns of bytes that are object ids."""


def _is_plain(table: Table) -> bool:
    """Whether a table is carried row by row: what programs keep in bytes of their own is not, nor what it points to."""
    packed = any(isinstance(column.type, LargeBinary) and column.name not in _IDS for column in table.columns)
    return not packed and table.name not in _NOT_FACTS and table.name not in _NUMBERED


PLAIN: tuple[Table, ...] = tuple(table for table in metadata.sorted_tables if _is_plain(table))
"""Tables that are carried as they are, but for the numbers."""


def shape() -> str:
    """Return a fingerprint of the columns that are carried: facts of another one cannot be stored here."""
    numbered = (metadata.tables[name] for name in _NUMBERED)
    told = [
        f"{table.name}.{column.name} {kind(column).__name__} {target(column)} {column.nullable}"
        for table in (*numbered, *PLAIN)
        for column in own(table)
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


class Reading:
    """The numbers of rows in the tables that are made: old number -> new one, from 1."""

    def __init__(self, connection: Connection, repository: int) -> None:
        self.connection = connection
        self.repository = repository
        self._places: dict[str, dict[int, int]] = {name: {} for name in _NUMBERED}
        self._tables: dict[str, Numbers] = {}

    def number(self, table: str, found: Iterable[int]) -> None:
        """Give numbers to rows that have none yet, in this order; 0 is none."""
        places = self._places[table]
        for one in found:
            if one and one not in places:
                places[one] = len(places) + 1
        self._tables.pop(table, None)

    def ids(self, table: str) -> list[int]:
        """Return the numbered rows, in order."""
        return list(self._places[table])

    def places(self, table: str, wanted: Numbers) -> Numbers:
        """Return the new numbers of rows; 0 for those without, and for null."""
        if table not in self._tables:
            known = self._places[table]
            lookup = np.zeros(max(known, default=0) + 1, np.int64)
            lookup[list(known)] = list(known.values())
            self._tables[table] = lookup
        lookup = self._tables[table]
        safe = np.where((wanted < 0) | (wanted >= len(lookup)), 0, wanted)
        return lookup[safe]


def read(connection: Connection, repository: int) -> tuple[Reading, Tables]:
    """Return what is known of a repository, but for its single lines, and the numbers that rows have there."""
    reading = Reading(connection, repository)
    tables: dict[str, Columns] = {"commits": _commits(reading), "changes": _changes(reading)}
    tables["paths"], tables["blobs"] = _paths(reading), _blobs(reading)
    tables |= _parents(reading)
    for table in PLAIN:
        if table.name != "changes":
            tables[table.name] = _plain(reading, table)
    tables["identities"] = _identities(reading)
    return reading, _with_words(reading, tables)


def _commits(reading: Reading) -> Columns:
    mine = schema.commits.c.repository_id == reading.repository
    rows = _rows(reading, schema.commits, lambda statement: statement.where(mine).order_by(schema.commits.c.commit_id))
    reading.number("commits", rows["commit_id"].tolist())
    pairs = np.stack([rows["author_id"], rows["committer_id"]], axis=1).ravel()
    reading.number("identities", pairs.tolist())
    return _told(reading, schema.commits, rows)


def _changes(reading: Reading) -> Columns:
    table = schema.changes
    rows = _rows(reading, table, lambda statement: statement)
    rows = _only(rows, reading.places("commits", rows["commit_id"]) != 0)
    named = select(schema.paths.c.path_id, schema.paths.c.path).order_by(schema.paths.c.path)
    rank = {path: place for place, (path, _) in enumerate(loading.rows(reading.connection, named))}
    by_name = np.array([rank[path] for path in rows["path_id"].tolist()], np.int64)
    rows = _only(rows, np.lexsort((by_name, reading.places("commits", rows["commit_id"]))))
    reading.number("paths", np.stack([rows["previous_path_id"], rows["path_id"]], axis=1).ravel().tolist())
    order = np.lexsort((reading.places("paths", rows["path_id"]), reading.places("commits", rows["commit_id"])))
    rows = _only(rows, order)
    reading.number("blobs", rows["new_blob_id"].tolist())
    reading.number("blobs", rows["old_blob_id"].tolist())
    return _told(reading, table, rows)


def _paths(reading: Reading) -> Columns:
    table = schema.paths
    mine = table.c.repository_id == reading.repository
    rows = _rows(reading, table, lambda statement: statement.where(mine).order_by(table.c.path_id))
    reading.number("paths", rows["path_id"].tolist())
    return _told(reading, table, _only(rows, np.argsort(reading.places("paths", rows["path_id"]))))


def _blobs(reading: Reading) -> Columns:
    known = dict(loading.rows(reading.connection, select(schema.blobs.c.blob_id, schema.blobs.c.oid)))
    return {"oid": [known[blob] for blob in reading.ids("blobs")]}


def _identities(reading: Reading) -> Columns:
    table = schema.identities
    known = {number: pair for number, *pair in loading.rows(reading.connection, select(table))}
    found = [known[number] for number in reading.ids("identities")]
    return {"name": [name for name, _ in found], "email": [email for _, email in found]}


def _parents(reading: Reading) -> dict[str, Columns]:
    """Return the parents that are there by how far back they stand, and those beyond a shallow border by hash."""
    table = schema.parents
    statement = select(table.c.commit_id, table.c.ordinal, table.c.sha).order_by(table.c.commit_id, table.c.ordinal)
    rows = list(loading.rows(reading.connection, statement))
    mine = select(schema.commits.c.sha, schema.commits.c.commit_id)
    shas = dict(loading.rows(reading.connection, mine.where(schema.commits.c.repository_id == reading.repository)))
    child = reading.places("commits", np.array([row[0] for row in rows], np.int64))
    parent = reading.places("commits", np.array([shas.get(row[2], 0) for row in rows], np.int64))
    ordinal = np.array([row[1] for row in rows], np.int64)
    there, beyond = (child != 0) & (parent != 0), (child != 0) & (parent == 0)
    return {
        "parents": {"commit_id": child[there], "ordinal": ordinal[there], "back": (child - parent)[there]},
        "parents_beyond": {
            "commit_id": child[beyond],
            "ordinal": ordinal[beyond],
            "sha": [row[2] for row, kept in zip(rows, beyond.tolist(), strict=True) if kept],
        },
    }


def _plain(reading: Reading, table: Table) -> Columns:
    keys = [*table.primary_key.columns]

    def mine(statement: Any) -> Any:  # noqa: ANN401  # SQLAlchemy has no type for "the same kind of statement"
        if "repository_id" in table.c:
            statement = statement.where(table.c.repository_id == reading.repository)
        if table.name in _OF_HEAD:
            head = select(schema.repositories.c.mined_head)
            head = head.where(schema.repositories.c.repository_id == reading.repository)
            statement = statement.where(table.c.sha == head.scalar_subquery())
        return statement.order_by(*keys)

    rows = _rows(reading, table, mine)
    pointing = [key for key in keys if target(key) in _NUMBERED and target(key) != "words"]
    if pointing:
        numbered = [reading.places(target(key), rows[key.name]) for key in pointing]
        rows = _only(rows, np.logical_and.reduce([one != 0 for one in numbered]))
        numbers = [reading.places(target(key), rows[key.name]) for key in pointing]
        # What else is in the key is in order already, and the sort is stable.
        rows = _only(rows, np.lexsort(numbers[::-1]))
    return _told(reading, table, rows)


def target(column: SqlColumn[Any]) -> str:
    """Return the name of the table that a column points to; empty if to none."""
    return next((key.column.table.name for key in column.foreign_keys), "")


def own(table: Table) -> list[SqlColumn[Any]]:
    """Return the columns that are carried: neither a row's own number nor that of its repository."""
    numbered = table.name in _NUMBERED
    return [
        column
        for column in table.columns
        if column.name != "repository_id" and not (numbered and column.primary_key and not column.foreign_keys)
    ]


def kind(column: SqlColumn[Any]) -> type:
    """Return what a column's values are in Python: int, float, str or bytes."""
    if isinstance(column.type, Text):
        return str
    if isinstance(column.type, LargeBinary):
        return bytes
    return float if isinstance(column.type, Double) and not isinstance(column.type, Boolean) else int


Rows = Mapping[str, Any]
"""Column -> an array: whole numbers with `NOTHING`, or 0 for rows that null points to; objects for all else."""


def _rows(reading: Reading, table: Table, narrowed: Callable[[Any], Any]) -> Rows:
    columns = [*table.columns]
    found: Sequence[Sequence[Any]] = loading.columns(reading.connection, narrowed(select(*columns)))
    return {column.name: _array(column, values) for column, values in zip(columns, found, strict=True)}


def _array(column: SqlColumn[Any], values: Sequence[Any]) -> Any:  # noqa: ANN401  # an array of any kind
    if kind(column) is int:
        null = 0 if column.foreign_keys else NOTHING
        return np.array([null if value is None else value for value in values], np.int64)
    if kind(column) is float:
        return np.array(values, np.float64)
    return np.array([*values, None], object)[:-1]


def _only(rows: Rows, wanted: Any) -> Rows:  # noqa: ANN401  # a mask, or places
    return {name: values[wanted] for name, values in rows.items()}


def _told(reading: Reading, table: Table, rows: Rows) -> Columns:
    """Return the rows as they are carried; words keep their old numbers until all are known."""
    found: dict[str, Column] = {}
    for column in own(table):
        values, pointed = rows[column.name], target(column)
        if kind(column) in (str, bytes):
            found[column.name] = values.tolist()
        elif pointed in _NUMBERED and pointed != "words":
            found[column.name] = reading.places(pointed, values)
        else:
            found[column.name] = values
    return found


def _with_words(reading: Reading, tables: Mapping[str, Columns]) -> Tables:
    places = [
        (name, column.name)
        for name in tables
        if name in metadata.tables
        for column in own(metadata.tables[name])
        if target(column) == "words"
    ]
    known = dict(loading.rows(reading.connection, select(schema.words.c.word_id, schema.words.c.word)))
    used = {number for table, column in places for number in np.unique(np.asarray(tables[table][column])).tolist()}
    reading.number("words", sorted(used - {0}, key=lambda number: str(known[number])))
    made: dict[str, dict[str, Column]] = {name: dict(columns) for name, columns in tables.items()}
    for table, column in places:
        made[table][column] = reading.places("words", np.asarray(tables[table][column], np.int64))
    made["words"] = {"word": [known[number] for number in reading.ids("words")]}
    return made
