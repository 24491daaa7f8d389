"""Docstrings of Python contents: which are to be parsed still, and what parsing gave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, bindparam, exists, select

from analyzer.model.docstrings import BlobDocstrings, Docstrings
from analyzer.store import loading
from analyzer.store.changes import blob_id
from analyzer.store.database import write_rows
from analyzer.store.dialect import insert
from analyzer.store.schema import blob_docstrings, blob_lines, blobs, words
from analyzer.store.snapshot import Snapshot
from analyzer.store.trunk import Numbers
from analyzer.store.words import number, numbers

PYTHON = "Python"

_CHUNK = 500
_NOBODY = -1
_ROW = ("b_oid", "b_problem", *(f"b_{field}" for field in Docstrings._fields))


def pending(snapshot: Snapshot, counter_version: str) -> list[str]:
    """Return the object ids of Python contents in the tree that this counter has not parsed, sorted."""
    counter = number(snapshot.connection, counter_version)
    python = number(snapshot.connection, PYTHON)
    parsed = (blob_docstrings.c.blob_id == blobs.c.blob_id) & (
        blob_docstrings.c.counter_id == (_NOBODY if counter is None else counter)
    )
    statement = (
        select(blobs.c.oid)
        .join(blob_lines, blob_lines.c.blob_id == blobs.c.blob_id)
        .where(blob_lines.c.language_id == (_NOBODY if python is None else python), ~exists().where(parsed))
    )
    _, tree = snapshot.tree
    # A content may be counted under several hints.
    return sorted({oid.hex() for (oid,) in _among(snapshot.connection, statement, tree)})


def add(connection: Connection, counter_version: str, rows: Sequence[BlobDocstrings]) -> None:
    """Store what parsing gave; an older counter's result for the same content is replaced."""
    known = numbers(connection, {counter_version, *(row.problem for row in rows)})
    columns = ("counter_id", "problem_id", *Docstrings._fields)
    statement = insert(connection, blob_docstrings).values(
        blob_id=blob_id("b_oid"),
        counter_id=known[counter_version],
        problem_id=bindparam("b_problem"),
        **{field: bindparam(f"b_{field}") for field in Docstrings._fields},
    )
    statement = statement.on_conflict_do_update(
        index_elements=["blob_id"], set_={column: statement.excluded[column] for column in columns}
    )
    write_rows(connection, statement, _ROW, [(bytes.fromhex(row.blob), known[row.problem], *row.found) for row in rows])


def parsed(connection: Connection, contents: Numbers) -> dict[int, tuple[Any, ...]]:
    """Return content -> (problem, then the fields of `Docstrings`) of those that were parsed."""
    statement = (
        select(blobs.c.blob_id, words.c.word, *(blob_docstrings.c[field] for field in Docstrings._fields))
        .join(blob_docstrings, blob_docstrings.c.blob_id == blobs.c.blob_id)
        .join(words, words.c.word_id == blob_docstrings.c.problem_id)
    )
    return {blob: tuple(rest) for blob, *rest in _among(connection, statement, contents)}


def _among(connection: Connection, statement: Select[Any], contents: Numbers) -> Iterator[tuple[Any, ...]]:
    wanted = np.unique(contents).tolist()
    for start in range(0, len(wanted), _CHUNK):
        yield from loading.rows(connection, statement.where(blobs.c.blob_id.in_(wanted[start : start + _CHUNK])))
