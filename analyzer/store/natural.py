"""The facts of one repository without the numbers of one store: rows that are equal wherever they were read.

A reference to another table becomes what that row says by itself: a commit its hash, a path its text, a content its
object id, a word the word. Numbers of rows are left out. So two stores that know the same have the same rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Connection, Table, UniqueConstraint, select, union

from analyzer.model.uncounted import Reason
from analyzer.store import loading
from analyzer.store.carried_tables import carried
from analyzer.store.changes import add_blobs
from analyzer.store.columns import metadata
from analyzer.store.database import Database
from analyzer.store.natural_lines import Shas, deaths_by_path, state_of
from analyzer.store.quality_tables import line_deaths, line_states
from analyzer.store.schema import HISTORY, blobs, changes, commits, comparisons, identities, meta, not_counted, paths
from analyzer.store.schema import words as word_table

Row = tuple[Any, ...]

NOT_FACTS = HISTORY | {meta.name, comparisons.name, carried.name}
"""Tables that say nothing of a repository that its mirror could prove."""
WORDS = word_table.name
"""The table of words, whose rows are what columns of other tables refer to."""
_OWNER = "repository_id"
_LONGEST_ID = 32
"""Bytes of an object id, by SHA-256; longer values are packed figures."""
_OF_THE_MIRROR = frozenset({Reason.SHALLOW.value, Reason.PARTIAL.value})
"""Troubles that the mirror itself shows; others are events of one run."""


def fact_tables() -> list[str]:
    """Return the names of the tables that are facts of one repository, each after those that it refers to."""
    return [table.name for table in metadata.sorted_tables if table.name not in NOT_FACTS | {WORDS}]


def columns(name: str) -> tuple[str, ...]:
    """Return the names of the columns of `Natural.rows`."""
    return _SHAPES.get(name) or tuple(_title(column) for column in _told(metadata.tables[name]))


def keys(name: str) -> tuple[str, ...]:
    """Return which of these columns tell one row from the others; none for a table of one row."""
    if name in _KEYS:
        return _KEYS[name]
    table = metadata.tables[name]
    told = set(columns(name))
    own = [_title(column) for column in table.primary_key.columns]
    if told.isdisjoint(own) and own != [_title_of(_OWNER)]:
        own = [_title(column) for column in _unique(table)]
    return tuple(key for key in own if key in told)


def word_columns(name: str) -> list[int]:
    """Return which of these columns hold words of the table of words, by place."""
    if name in _SHAPES:
        return []
    return [place for place, column in enumerate(_told(metadata.tables[name])) if _target(column) == WORDS]


class Natural:
    """The rows of one repository. One connection: all tables are of one state of the database."""

    def __init__(self, connection: Connection, repository: int, *, alone: bool = False) -> None:
        self._connection = connection
        self._repository = repository
        self._alone = alone

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the rows of one of `fact_tables`, in any order."""
        made = _MADE.get(name)
        return made(self) if made else self._plain(metadata.tables[name])

    def _plain(self, table: Table) -> Iterator[Row]:
        statement = select(table)
        scope: tuple[int, Mapping[int, str]] | None = None
        if _OWNER in table.c:
            statement = statement.where(table.c[_OWNER] == self._repository)
        else:
            place, target = _scope(table)
            scope = place, self._names(target)
        names = self._number_names(table)
        turned = [(place, self._turn(column)) for place, column in enumerate(table.columns) if _is_told(column)]
        for row in loading.rows(self._connection, statement):
            if scope is not None and row[scope[0]] not in scope[1]:
                continue
            if names is not None and row[0] not in names:
                continue
            yield tuple(turn(row[place]) for place, turn in turned)

    def _turn(self, column: Column[Any]) -> Callable[[Any], Any]:
        target = _target(column)
        if target is None:
            return _plain_value
        names = self._names(target)
        return lambda number: None if number is None else names.get(number, f"number {number}")

    def _names(self, target: str) -> Mapping[int, str]:
        found: Mapping[int, str] = getattr(self, target)
        return found

    def _number_names(self, table: Table) -> Mapping[int, str] | None:
        """Return the numbers of the rows that count, where some lie about that no commit refers to any more."""
        return self._names(table.name) if table.name in (paths.name, blobs.name) else None

    @cached_property
    def words(self) -> Mapping[int, str]:
        """All words by their numbers."""
        return dict(loading.rows(self._connection, select(word_table.c.word_id, word_table.c.word)))

    @cached_property
    def commits(self) -> Mapping[int, str]:
        """The hashes of the repository's commits."""
        statement = select(commits.c.commit_id, commits.c.sha).where(commits.c.repository_id == self._repository)
        return {number: sha.hex() for number, sha in loading.rows(self._connection, statement)}

    @cached_property
    def paths(self) -> Mapping[int, str]:
        """The paths that its commits changed."""
        wanted = self._changed(changes.c.path_id, changes.c.previous_path_id)
        statement = select(paths.c.path_id, paths.c.path).where(paths.c.repository_id == self._repository)
        found = loading.rows(self._connection, statement)
        return {number: path for number, path in found if self._alone or number in wanted}

    @cached_property
    def blobs(self) -> Mapping[int, str]:
        """The object ids of the contents that its commits brought or took away."""
        wanted = self._changed(changes.c.old_blob_id, changes.c.new_blob_id)
        statement = select(blobs.c.blob_id, blobs.c.oid)
        found = loading.rows(self._connection, statement)
        return {number: oid.hex() for number, oid in found if self._alone or number in wanted}

    @cached_property
    def identities(self) -> Mapping[int, str]:
        """Who wrote and committed; of an address only a hash, since what differs is shown."""
        mine = commits.c.repository_id == self._repository
        wanted = union(select(commits.c.author_id).where(mine), select(commits.c.committer_id).where(mine))
        statement = select(identities).where(identities.c.identity_id.in_(wanted))
        return {number: f"{name} <{_hashed(email)}>" for number, name, email in self._connection.execute(statement)}

    def _changed(self, *numbers: Column[Any]) -> set[int]:
        found: set[int] = set()
        for number in numbers:
            statement = select(number).distinct().join(commits, commits.c.commit_id == changes.c.commit_id)
            mine = statement.where(commits.c.repository_id == self._repository, number.is_not(None))
            found.update(value for (value,) in loading.rows(self._connection, mine))
        return found

    def identity_rows(self) -> Iterator[Row]:
        """Yield the identities, each as one text."""
        return ((text,) for text in self.identities.values())

    def trouble_rows(self) -> Iterator[Row]:
        """Yield what the mirror itself shows that figures lack."""
        wanted = (not_counted.c.reason, not_counted.c.subject, not_counted.c.detail)
        statement = select(*wanted).where(not_counted.c.repository_id == self._repository)
        return (row for row in loading.rows(self._connection, statement) if row[0] in _OF_THE_MIRROR)

    def state_rows(self) -> Iterator[Row]:
        """Yield for each file its number of lines, and a hash of who wrote them."""
        shas = Shas(self.commits)
        for number, packed in loading.rows(self._connection, select(line_states.c.path_id, line_states.c.lines)):
            if number in self.paths:
                yield self.paths[number], *state_of(packed, shas)

    def death_rows(self) -> Iterator[Row]:
        """Yield for each file how many lines it lost, and a hash of whose and when."""
        statement = select(line_deaths.c.deaths).where(line_deaths.c.repository_id == self._repository)
        packed = [row[0] for row in loading.rows(self._connection, statement)]
        return deaths_by_path(packed, Shas(self.commits), self.paths)


class Canonical:
    """Part of the store, see `Store.canonical`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def of(self, repository: int, *, alone: bool = False) -> Iterator[Natural]:
        """Yield the rows of a repository, as of one state of the database; all that is there if it is `alone` in it."""
        with self._database.reading() as connection:
            yield Natural(connection, repository, alone=alone)

    def add_contents(self, oids: Iterable[str]) -> None:
        """Make contents known that no stored commit brought, so that they can be counted."""
        with self._database.writing() as connection:
            add_blobs(connection, oids)


_MADE: Mapping[str, Callable[[Natural], Iterator[Row]]] = {
    identities.name: Natural.identity_rows,
    not_counted.name: Natural.trouble_rows,
    line_states.name: Natural.state_rows,
    line_deaths.name: Natural.death_rows,
}
_SHAPES = {
    identities.name: ("identity",),
    not_counted.name: ("reason", "subject", "detail"),
    line_states.name: ("path", "lines", "written_by"),
    line_deaths.name: ("path", "lines", "fates"),
}
_KEYS = {**{name: (shape[0],) for name, shape in _SHAPES.items()}, not_counted.name: ("reason", "subject")}


def _told(table: Table) -> Iterable[Column[Any]]:
    return (column for column in table.columns if _is_told(column))


def _is_told(column: Column[Any]) -> bool:
    """Return whether a column says something of the repository: it is no number of a row, and not the owner."""
    own_number = column.primary_key and len(column.table.primary_key.columns) == 1 and not column.foreign_keys
    return column.name != _OWNER and not (own_number and column.name.endswith("_id"))


def _title(column: Column[Any]) -> str:
    return _title_of(column.name)


def _title_of(name: str) -> str:
    return name.removesuffix("_id")


def _target(column: Column[Any]) -> str | None:
    found: Sequence[Any] = tuple(column.foreign_keys)
    return found[0].column.table.name if found else None


def _scope(table: Table) -> tuple[int, str]:
    """Return by which of its columns, given by its place, a row belongs to a repository, and what that refers to."""
    for place, column in enumerate(table.columns):
        target = _target(column)
        if target in (commits.name, paths.name, blobs.name):
            return place, target
    return 0, table.name


def _unique(table: Table) -> Iterable[Column[Any]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            return tuple(constraint.columns)
    return tuple(column for column in table.columns if column.unique)


def _plain_value(value: Any) -> Any:  # noqa: ANN401  # whatever a column holds
    if not isinstance(value, bytes):
        return value
    return value.hex() if len(value) <= _LONGEST_ID else f"{len(value)} bytes, {hashlib.sha256(value).hexdigest()}"


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
