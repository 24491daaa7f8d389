"""File contents: which are to be counted still, and what counting gave."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, exists, select

from analyzer.model.change import TreeChange
from analyzer.model.lines import FIELDS, BlobLines
from analyzer.store.changes import blob_id
from analyzer.store.database import write_rows
from analyzer.store.dialect import insert
from analyzer.store.schema import blob_licences, blob_lines, blobs, changes, commits, paths, words
from analyzer.store.words import number, numbers

NO_LANGUAGE = "-"
"""Hint of paths that are no text in any language."""

_LICENCE_FILE = re.compile(r"(LICENSE|LICENCE|COPYING|UNLICENSE)[^/]*", re.IGNORECASE)
_CHUNK = 500
_NOBODY = -1
_ROW = ("b_oid", "b_hint", "b_language", "b_problem", "b_generated", *(f"b_{field}" for field in FIELDS))


def is_licence_file(path: str) -> bool:
    """Return whether a path is that of a licence text: in the root, called LICENSE, COPYING and so on."""
    return _LICENCE_FILE.fullmatch(path) is not None


def pending(connection: Connection, repository: int, counter_version: str) -> list[tuple[str, str]]:
    """Return (object id, hint) of contents that the trunk ever held and that are to be counted.

    In the order of paths, and of the trunk within a path. Each pair once. Contents are only taken from where they
    entered: what left had entered before.
    """
    counter = number(connection, counter_version)
    counted = (
        (blob_lines.c.blob_id == changes.c.new_blob_id)
        & (blob_lines.c.hint_id == paths.c.hint_id)
        & (blob_lines.c.counter_id == (_NOBODY if counter is None else counter))
    )
    statement = (
        select(blobs.c.oid, words.c.word)
        .select_from(
            commits.join(changes, changes.c.commit_id == commits.c.commit_id)
            .join(paths, paths.c.path_id == changes.c.path_id)
            .join(words, words.c.word_id == paths.c.hint_id)
            .join(blobs, blobs.c.blob_id == changes.c.new_blob_id)
        )
        .where(commits.c.repository_id == repository, commits.c.position.is_not(None))
        .where(words.c.word != NO_LANGUAGE, ~exists().where(counted))
        .order_by(paths.c.path_id, commits.c.position)
    )
    found = connection.execute(statement)
    # A dict keeps the first of each pair, in order.
    return [(oid.hex(), hint) for oid, hint in dict.fromkeys(found)]


def pending_of(
    connection: Connection, repository: int, counter_version: str, batch: Sequence[TreeChange]
) -> list[tuple[str, str]]:
    """Return (object id, hint) of contents that enter by `batch`, at classified paths, and are to be counted."""
    hints = dict(
        connection.execute(
            select(paths.c.path, words.c.word)
            .join(words, words.c.word_id == paths.c.hint_id)
            .where(paths.c.repository_id == repository, words.c.word != NO_LANGUAGE)
        ).all()
    )
    wanted = dict.fromkeys(
        (change.new_blob, hints[change.path]) for change in batch if change.new_blob and change.path in hints
    )
    counter = number(connection, counter_version)
    counted = set[tuple[str, str]]()
    oids = [bytes.fromhex(oid) for oid, _hint in wanted]
    for start in range(0, len(oids), _CHUNK):
        statement = (
            select(blobs.c.oid, words.c.word)
            .join(blob_lines, blob_lines.c.blob_id == blobs.c.blob_id)
            .join(words, words.c.word_id == blob_lines.c.hint_id)
            .where(blobs.c.oid.in_(oids[start : start + _CHUNK]), blob_lines.c.counter_id == counter)
        )
        counted |= {(oid.hex(), hint) for oid, hint in connection.execute(statement)}
    return [pair for pair in wanted if pair not in counted]


def add_lines(connection: Connection, counter_version: str, rows: Sequence[BlobLines]) -> None:
    """Store what counting gave; an older counter's result for the same content and hint is replaced."""
    known = numbers(connection, {counter_version, *(word for row in rows for word in (row[1], row[2], row[3]))})
    columns = ("counter_id", "language_id", "problem_id", "generated", *FIELDS)
    statement = insert(connection, blob_lines).values(
        blob_id=blob_id("b_oid"),
        hint_id=bindparam("b_hint"),
        counter_id=known[counter_version],
        language_id=bindparam("b_language"),
        problem_id=bindparam("b_problem"),
        generated=bindparam("b_generated"),
        **{field: bindparam(f"b_{field}") for field in FIELDS},
    )
    statement = statement.on_conflict_do_update(
        index_elements=["blob_id", "hint_id"], set_={column: statement.excluded[column] for column in columns}
    )
    values = [
        (bytes.fromhex(oid), known[hint], known[language], known[problem], generated, *vector)
        for oid, hint, language, problem, generated, vector in rows
    ]
    write_rows(connection, statement, _ROW, values)


def pending_licences(connection: Connection, repository: int, counter_version: str) -> list[str]:
    """Return the object ids of licence texts in the root that this counter has not read, sorted."""
    counter = number(connection, counter_version)
    read = (blob_licences.c.blob_id == changes.c.new_blob_id) & (
        blob_licences.c.counter_id == (_NOBODY if counter is None else counter)
    )
    mine = select(paths.c.path_id, paths.c.path).where(paths.c.repository_id == repository)
    numbered = [path_id for path_id, path in connection.execute(mine) if is_licence_file(path)]
    if not numbered:
        return []
    statement = (
        select(blobs.c.oid)
        .select_from(
            commits.join(changes, changes.c.commit_id == commits.c.commit_id).join(
                blobs, blobs.c.blob_id == changes.c.new_blob_id
            )
        )
        .where(commits.c.repository_id == repository, changes.c.path_id.in_(numbered), ~exists().where(read))
        .distinct()
    )
    return sorted(oid.hex() for (oid,) in connection.execute(statement))


def add_licences(connection: Connection, counter_version: str, found: Mapping[str, Sequence[str]]) -> None:
    """Store the licences (SPDX ids) of texts, replacing what was known; texts without any are kept as read."""
    counter = numbers(connection, {counter_version})[counter_version]
    old = delete(blob_licences).where(blob_licences.c.blob_id == blob_id("b_oid"))
    write_rows(connection, old, ("b_oid",), [(bytes.fromhex(oid),) for oid in found])
    statement = insert(connection, blob_licences).values(
        blob_id=blob_id("b_oid"), ordinal=bindparam("b_ordinal"), counter_id=counter, licence=bindparam("b_licence")
    )
    rows = [
        (bytes.fromhex(oid), ordinal, licence)
        for oid, licences in found.items()
        for ordinal, licence in enumerate(licences or ("",))
    ]
    write_rows(connection, statement, ("b_oid", "b_ordinal", "b_licence"), rows)
