"""What programs made of contents, one row each: which are to be looked at still, and what came out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, exists, select

from analyzer.model.change import TreeChange
from analyzer.model.content import BlobFacts
from analyzer.model.docstrings import Docstrings
from analyzer.model.moment import Moment
from analyzer.model.python_quality import PythonQuality
from analyzer.model.syntax import Syntax
from analyzer.store import loading
from analyzer.store.changes import blob_id
from analyzer.store.database import Database, write_rows
from analyzer.store.dialect import insert
from analyzer.store.quality_tables import blob_docstrings, blob_line_hashes, blob_radon, blob_syntax
from analyzer.store.schema import blob_lines, blob_mailmaps, blobs, words
from analyzer.store.snapshot import Snapshot
from analyzer.store.trunk import Numbers
from analyzer.store.words import number, numbers

PYTHON = "Python"

_CHUNK = 500
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Kind:
    """One table of figures of contents: columns blob_id (the key), counter_id, problem_id, then the fields."""

    table: Table
    fields: tuple[str, ...]
    languages: frozenset[str] | None
    """Only contents counted as one of these languages; None for any language."""
    path: str = ""
    """Only the content of the file at this path, whatever it is counted as; empty for no such limit."""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "docstrings": Kind(blob_docstrings, Docstrings._fields, frozenset({PYTHON})),
        "syntax": Kind(blob_syntax, Syntax._fields, frozenset({PYTHON})),
        "radon": Kind(blob_radon, PythonQuality._fields, frozenset({PYTHON})),
        "line_hashes": Kind(blob_line_hashes, ("hashes",), None),
        "mailmap": Kind(blob_mailmaps, ("text",), None, ".mailmap"),
    }
)


class Contents:
    """What the pipeline may ask of and tell about contents; raises what the store raises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(
        self,
        kind: str,
        repository: int,
        moment: Moment,
        counter_version: str,
        branch_changes: Sequence[TreeChange] = (),
    ) -> list[str]:
        """Return the object ids in the tree at a moment that this version has not looked at; `kind` is of `KINDS`."""
        with self._database.reading() as connection:
            snapshot = Snapshot(connection, repository, moment, None, branch_changes, None)
            return pending(snapshot, KINDS[kind], counter_version)

    def add(self, kind: str, counter_version: str, rows: Sequence[BlobFacts]) -> None:
        """Store what was made of contents, in place of what another version made of them."""
        with self._database.writing() as connection:
            add(connection, KINDS[kind], counter_version, rows)


def pending(snapshot: Snapshot, kind: Kind, counter_version: str) -> list[str]:
    """Return the object ids of contents in the tree that this version has not looked at, sorted."""
    tree = contents_at(snapshot, kind.path) if kind.path else snapshot.tree[1]
    return sorted(pending_among(snapshot.connection, kind, counter_version, tree))


def pending_among(connection: Connection, kind: Kind, counter_version: str, contents: Numbers) -> list[str]:
    """Return those of these contents that this version has not looked at, each once, in the order of their numbers.

    Successive versions of a path have numbers near each other, and reading them in this order is the fastest.
    """
    statement = _pending(connection, kind, counter_version, blobs.c.oid).order_by(blobs.c.blob_id)
    # A content may be counted under several hints.
    found = _among(connection, statement, contents)
    return list(dict.fromkeys(oid.hex() for (oid,) in found))


def numbers_pending(connection: Connection, kind: Kind, counter_version: str, contents: Numbers) -> Numbers:
    """Return the numbers of those of these contents that this version has not looked at, ascending."""
    wanted = np.unique(contents)
    counter = number(connection, counter_version)
    looked_at = select(kind.table.c.blob_id).where(kind.table.c.counter_id == (_NOBODY if counter is None else counter))
    # Nearly all were looked at, and reading which is faster than asking of each what it is.
    done = loading.integers_among(connection, looked_at, kind.table.c.blob_id, wanted)
    rest = np.setdiff1d(wanted, done[0], assume_unique=True)
    statement = _pending(connection, kind, counter_version, blobs.c.blob_id)
    return np.unique(np.fromiter((blob for (blob,) in _among(connection, statement, rest)), np.int64))


def _pending(
    connection: Connection, kind: Kind, counter_version: str, column: ColumnElement[Any]
) -> Select[tuple[Any]]:
    counter = number(connection, counter_version)
    looked_at = (kind.table.c.blob_id == blobs.c.blob_id) & (
        kind.table.c.counter_id == (_NOBODY if counter is None else counter)
    )
    known_contents = select(column)
    if not kind.path:
        # A file of a fixed name may be in no language.
        known_contents = known_contents.join(blob_lines, blob_lines.c.blob_id == blobs.c.blob_id)
    statement = known_contents.where(~exists().where(looked_at))
    if kind.languages is not None:
        known = [number(connection, language) or _NOBODY for language in sorted(kind.languages)]
        statement = statement.where(blob_lines.c.language_id.in_(known))
    elif not kind.path:
        statement = statement.where(blob_lines.c.language_id != (number(connection, "") or _NOBODY))
    return statement


def contents_at(snapshot: Snapshot, path: str) -> Numbers:
    """Return the content of the file at a path of the tree; none if there is no file."""
    place, blob = snapshot.tree
    there: Numbers = blob[snapshot.path_names[place] == path]
    return there


def add(connection: Connection, kind: Kind, counter_version: str, rows: Sequence[BlobFacts]) -> None:
    """Store what came out; another version's result for the same content is replaced."""
    known = numbers(connection, {counter_version, *(row.problem for row in rows)})
    statement = insert(connection, kind.table).values(
        blob_id=blob_id("b_oid"),
        counter_id=known[counter_version],
        problem_id=bindparam("b_problem"),
        **{field: bindparam(f"b_{field}") for field in kind.fields},
    )
    statement = statement.on_conflict_do_update(
        index_elements=["blob_id"],
        set_={column: statement.excluded[column] for column in ("counter_id", "problem_id", *kind.fields)},
    )
    names = ("b_oid", "b_problem", *(f"b_{field}" for field in kind.fields))
    write_rows(
        connection, statement, names, [(bytes.fromhex(row.blob), known[row.problem], *row.found) for row in rows]
    )


def found(connection: Connection, kind: Kind, contents: Numbers) -> dict[int, tuple[Any, ...]]:
    """Return content -> (problem, then the fields) of those that were looked at."""
    statement = (
        select(blobs.c.blob_id, words.c.word, *(kind.table.c[field] for field in kind.fields))
        .join(kind.table, kind.table.c.blob_id == blobs.c.blob_id)
        .join(words, words.c.word_id == kind.table.c.problem_id)
    )
    return {blob: tuple(rest) for blob, *rest in _among(connection, statement, contents)}


def _among(connection: Connection, statement: Select[Any], contents: Numbers) -> Iterator[tuple[Any, ...]]:
    wanted = np.unique(contents).tolist()
    for start in range(0, len(wanted), _CHUNK):
        yield from loading.rows(connection, statement.where(blobs.c.blob_id.in_(wanted[start : start + _CHUNK])))
