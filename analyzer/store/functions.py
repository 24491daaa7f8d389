"""The functions of contents: which contents are to be looked at still, and what was found in each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, Table, bindparam, delete, select

from analyzer.model.change import TreeChange
from analyzer.model.functions import BlobFunctions, Function
from analyzer.model.moment import Moment
from analyzer.model.scope import Scope
from analyzer.store import loading
from analyzer.store.changes import blob_id
from analyzer.store.contents import PYTHON
from analyzer.store.database import Database, write_rows
from analyzer.store.dialect import insert
from analyzer.store.quality_tables import blob_complexity, blob_functions
from analyzer.store.schema import blobs
from analyzer.store.snapshot import Snapshot
from analyzer.store.tree_files import TreeFiles, tree_files
from analyzer.store.trunk import Numbers
from analyzer.store.words import clean, number, numbers

_CHUNK = 500
_OTHERS_WORK = (Scope.VENDORED.value, Scope.GENERATED.value)

Columns = Mapping[str, Sequence[Any]]


class Functions:
    """What the store may be asked of functions, and told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(
        self,
        repository: int,
        moment: Moment,
        languages: Collection[str],
        counter_version: str,
        branch_changes: Sequence[TreeChange] = (),
    ) -> list[tuple[str, str]]:
        """Return each (object id, language) in the tree that this version has not looked at, sorted.

        Contents that are everywhere vendored or generated are left out.
        """
        with self._database.reading() as connection:
            snapshot = Snapshot(connection, repository, moment, None, branch_changes, None)
            files = _own(tree_files(snapshot, languages))
            version = number(connection, counter_version)
            known = _complexity(snapshot, files.contents)
            wanted = {
                (blob, language)
                for blob, language in zip(files.contents.tolist(), files.languages, strict=True)
                if known.get((blob, language), (None,))[0] != version or version is None
            }
            names = _object_ids(connection, np.array([blob for blob, _ in wanted], np.int64))
            return sorted((names[blob], language) for blob, language in wanted)

    def add(self, counter_version: str, rows: Sequence[BlobFunctions]) -> None:
        """Store what was found, in place of what was found in the same contents before."""
        with self._database.writing() as connection:
            kinds = {one.kind for row in rows for one in row.functions}
            told = {text for row in rows for text in (row.language, row.problem)}
            known = numbers(connection, {counter_version, *told, *kinds})
            _forget(connection, rows, known)
            _add_complexity(connection, rows, known, counter_version)
            _add_functions(connection, rows, known)


def counted(snapshot: Snapshot) -> Columns:
    """Return the table `lizard` of the facts: the files of which the functions were asked, Python apart."""
    files = _own(tree_files(snapshot, None))
    known = _complexity(snapshot, files.contents)
    rows = [
        (path, language, scope, known[blob, language][1])
        for path, language, scope, blob in files.rows()
        if language != PYTHON and (blob, language) in known
    ]
    return _columns(("path", "language", "scope", "problem"), rows)


def listed(snapshot: Snapshot) -> Columns:
    """Return the table `functions` of the facts."""
    files = tree_files(snapshot, None)
    wanted = files.contents[(files.languages == PYTHON) | ~np.isin(files.scopes, _OTHERS_WORK)]
    found: dict[tuple[int, str], list[tuple[Any, ...]]] = {}
    fields = (blob_functions.c[field] for field in Function._fields[:-1])
    statement = select(blob_functions.c.blob_id, blob_functions.c.language_id, *fields, blob_functions.c.kind_id)
    statement = statement.order_by(*blob_functions.primary_key.columns)
    for blob, language, *function, kind in _among(snapshot.connection, statement, blob_functions, wanted):
        told = (*function, str(snapshot.words[kind]))
        found.setdefault((blob, str(snapshot.words[language])), []).append(told)
    rows = [
        (path, language, scope, *function)
        for path, language, scope, blob in files.rows()
        if language == PYTHON or scope not in _OTHERS_WORK
        for function in found.get((blob, language), ())
    ]
    return _columns(("path", "language", "scope", *Function._fields), rows)


def _columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Columns:
    return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())


def _own(files: TreeFiles) -> TreeFiles:
    return files.only(~np.isin(files.scopes, _OTHERS_WORK))


def _complexity(snapshot: Snapshot, contents: Numbers) -> dict[tuple[int, str], tuple[int, str]]:
    """Return (content, language) -> (number of the version, problem)."""
    statement = select(*blob_complexity.columns)
    return {
        (blob, str(snapshot.words[language])): (counter, str(snapshot.words[problem]))
        for blob, language, counter, problem in _among(snapshot.connection, statement, blob_complexity, contents)
    }


def _object_ids(connection: Connection, contents: Numbers) -> dict[int, str]:
    statement = select(blobs.c.blob_id, blobs.c.oid)
    return {blob: oid.hex() for blob, oid in _among(connection, statement, blobs, contents)}


def _among(
    connection: Connection, statement: Select[Any], table: Table, contents: Numbers
) -> Iterator[tuple[Any, ...]]:
    wanted = np.unique(contents).tolist()
    for start in range(0, len(wanted), _CHUNK):
        yield from loading.rows(connection, statement.where(table.c.blob_id.in_(wanted[start : start + _CHUNK])))


def _forget(connection: Connection, rows: Sequence[BlobFunctions], known: Mapping[str, int]) -> None:
    statement = delete(blob_functions).where(
        blob_functions.c.blob_id == blob_id("b_oid"), blob_functions.c.language_id == bindparam("b_language")
    )
    gone = [(bytes.fromhex(row.blob), known[row.language]) for row in rows]
    write_rows(connection, statement, ("b_oid", "b_language"), gone)


def _add_complexity(
    connection: Connection, rows: Sequence[BlobFunctions], known: Mapping[str, int], counter_version: str
) -> None:
    statement = insert(connection, blob_complexity).values(
        blob_id=blob_id("b_oid"),
        language_id=bindparam("b_language"),
        counter_id=known[counter_version],
        problem_id=bindparam("b_problem"),
    )
    statement = statement.on_conflict_do_update(
        index_elements=["blob_id", "language_id"],
        set_={column: statement.excluded[column] for column in ("counter_id", "problem_id")},
    )
    values = [(bytes.fromhex(row.blob), known[row.language], known[row.problem]) for row in rows]
    write_rows(connection, statement, ("b_oid", "b_language", "b_problem"), values)


def _add_functions(connection: Connection, rows: Sequence[BlobFunctions], known: Mapping[str, int]) -> None:
    fields = ("language_id", "ordinal", *Function._fields[:-1], "kind_id")
    statement = insert(connection, blob_functions).values(
        blob_id=blob_id("b_oid"), **{field: bindparam(f"b_{field}") for field in fields}
    )
    values = [
        (bytes.fromhex(row.blob), known[row.language], ordinal, clean(name), *rest, known[kind])
        for row in rows
        for ordinal, (name, *rest, kind) in enumerate(row.functions)
    ]
    write_rows(connection, statement, ("b_oid", *(f"b_{field}" for field in fields)), values)
