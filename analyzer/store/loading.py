"""Reading rows of the database as columns of numbers and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from analyzer.model.lines import FIELDS
from analyzer.store.schema import blob_lines, changes, commits, parents, words
from analyzer.store.trunk import Lines, Moves, Numbers, key_of

Texts = npt.NDArray[np.object_]
_AT_ONCE = 10_000
_KEPT = 4
"""So many are remembered: of each repository in turn, at two moments."""
_KEPT_HERE = "diptych_kept"
Key = tuple[int | str | bytes, ...]
Loaded = TypeVar("Loaded")


def rows(connection: Connection, statement: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a statement as plain tuples, not all of them in memory at once.

    They are the driver's own: making SQLAlchemy's rows of 152,000 took 0.31 s, these 0.17 s. So values are as the
    driver has them (object ids as bytes, truth as 0 or 1), which suits us.
    """
    with connection.execute(statement) as result:
        while result.cursor is not None and (some := result.cursor.fetchmany(_AT_ONCE)):
            yield from some


def integers(connection: Connection, statement: Select[Any]) -> Numbers:
    """Return the result of a statement whose columns are whole numbers: two-dimensional, a row for each column."""
    width = len(statement.selected_columns)
    flat = chain.from_iterable(rows(connection, statement))
    return np.ascontiguousarray(np.fromiter(flat, np.int64).reshape(-1, width).T)


def columns(connection: Connection, statement: Select[Any]) -> list[Sequence[Any]]:
    """Return the result of any statement, column by column."""
    width = len(statement.selected_columns)
    return list(zip(*rows(connection, statement), strict=True)) or [()] * width


def texts(values: Sequence[str | None]) -> Texts:
    """Return texts as an array that can be indexed by arrays."""
    return np.array([*values, None], dtype=object)[:-1]


def vocabulary(connection: Connection) -> Texts:
    """Return the words by their numbers; numbers without a word, 0 among them, have the empty text."""
    found = connection.execute(select(words.c.word_id, words.c.word)).all()
    named = np.full(max((number for number, _word in found), default=0) + 1, "", dtype=object)
    for number, word in found:
        named[number] = word
    return named


def moves(connection: Connection, repository: int, position: int) -> Moves:
    """Return what the trunk's commits up to a position moved, in order."""
    renamed = changes.c.kind == "R"
    statement = (
        select(
            commits.c.position,
            changes.c.path_id,
            case((renamed, changes.c.previous_path_id), else_=changes.c.path_id),
            case((changes.c.kind == "C", 0), else_=func.coalesce(changes.c.old_blob_id, 0)),
            func.coalesce(changes.c.new_blob_id, 0),
        )
        .join_from(commits, changes, changes.c.commit_id == commits.c.commit_id)
        .where(commits.c.repository_id == repository, commits.c.position <= position)
        .order_by(commits.c.position)
    )
    return Moves(*integers(connection, statement))


def lines(connection: Connection, blobs: Numbers) -> Lines:
    """Return the line vectors of contents, under every hint that they were counted by."""
    names = [*(blob_lines.c[name] for name in ("blob_id", "hint_id", "language_id", "problem_id", "generated"))]
    statement = select(*names, *(blob_lines.c[field] for field in FIELDS))
    wanted = np.unique(blobs)
    statement = statement.order_by(blob_lines.c.blob_id, blob_lines.c.hint_id)
    found = integers_among(connection, statement, blob_lines.c.blob_id, wanted[wanted != 0])
    table = np.concatenate([np.zeros((len(names) + len(FIELDS), 1), np.int64), found], axis=1)
    key = key_of(table[0], table[1])
    key[0] = -1
    return Lines(key, table[2], table[3], table[4], table[len(names) :].astype(np.int32))


def integers_among(
    connection: Connection, statement: Select[Any], column: ColumnElement[Any], numbers: Numbers
) -> Numbers:
    """Return what `integers` does, of rows whose `column` is among `numbers` (ascending); maybe others between them."""
    width = len(statement.selected_columns)
    found = [integers(connection, statement.where(some)) for some in _conditions(column, numbers)]
    return np.concatenate([np.zeros((width, 0), np.int64), *found], axis=1)


def kept(connection: Connection, what: str, key: Key, load: Callable[[], Loaded]) -> Loaded:
    """Return what was loaded through this connection under the same key, else load it.

    For what led to one commit: that is the same until commits are dropped or taken in (`forget_kept`), and reading it
    takes a fifth of a second for 35,000 commits. Each part of the facts begins with it.
    """
    known: dict[Key, Loaded] = connection.info.setdefault(_KEPT_HERE, {}).setdefault(what, {})
    if key not in known:
        while len(known) >= _KEPT:
            del known[next(iter(known))]
        known[key] = load()
    return known[key]


def forget_kept(connection: Connection) -> None:
    """Forget what was kept: rows may have other numbers now."""
    connection.info.pop(_KEPT_HERE, None)


def named(
    connection: Connection, column: ColumnElement[Any], value: ColumnElement[Any], numbers: Numbers
) -> dict[int, Any]:
    """Return number -> value of the rows whose `column` is among `numbers`; maybe of others between them."""
    return dict(rows_among(connection, select(column, value), column, np.unique(numbers)))


def rows_among(
    connection: Connection, statement: Select[Any], column: ColumnElement[Any], numbers: Numbers
) -> Iterator[tuple[Any, ...]]:
    """Yield what `rows` does, of rows whose `column` is among `numbers` (ascending); maybe others between them."""
    for some in _conditions(column, numbers):
        yield from rows(connection, statement.where(some))


def _conditions(column: ColumnElement[Any], numbers: Numbers) -> list[ColumnElement[bool]]:
    """Return what finds numbers, in ascending order: by spans, or one by one where they lie far between."""
    spans = _spans(numbers)
    if sum(last - first for first, last in spans) < _SPARSE * len(numbers):
        return [column.between(first, last) for first, last in spans]
    starts = range(0, len(numbers), _NAMED_AT_ONCE)
    return [column.in_(numbers[start : start + _NAMED_AT_ONCE].tolist()) for start in starts]


def _spans(numbers: Numbers) -> list[tuple[int, int]]:
    """Return (first, last) of runs: a repository's contents are numbered in few runs, between those of others."""
    if not len(numbers):
        return []
    far = np.flatnonzero(np.diff(numbers) > _GAP)
    firsts = numbers[np.append(0, far + 1)]
    lasts = numbers[np.append(far, len(numbers) - 1)]
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


# Rows that nobody asked for cost about 1 microsecond each to read over, another statement about 100.
_GAP = 100
# A row that is looked up costs a few times one that is read over: the files of one tree among all that ever were.
_SPARSE = 5
_NAMED_AT_ONCE = 500


def among(connection: Connection, repository: int, reach: AbstractSet[str]) -> Numbers:
    """Return the numbers of the stored commits among these hashes, sorted."""
    numbered = _numbered(connection, repository)
    found = {numbered[raw] for raw in map(bytes.fromhex, reach) if raw in numbered}
    return np.sort(np.fromiter(found, np.int64))


def ancestors(connection: Connection, repository: int, sha: str) -> Numbers:
    """Return the numbers of a commit and of all its stored ancestors, sorted."""
    numbered = _numbered(connection, repository)
    edges: dict[int, list[int]] = {}
    links = select(parents.c.commit_id, parents.c.sha).join_from(
        commits, parents, parents.c.commit_id == commits.c.commit_id
    )
    for child, parent in rows(connection, links.where(commits.c.repository_id == repository)):
        if parent in numbered:
            edges.setdefault(child, []).append(numbered[parent])
    start = numbered.get(bytes.fromhex(sha))
    found = set() if start is None else {start}
    waiting = list(found)
    while waiting:
        new = [parent for parent in edges.get(waiting.pop(), ()) if parent not in found]
        found.update(new)
        waiting += new
    return np.sort(np.fromiter(found, np.int64))


def _numbered(connection: Connection, repository: int) -> dict[bytes, int]:
    mine = select(commits.c.sha, commits.c.commit_id).where(commits.c.repository_id == repository)
    return dict(rows(connection, mine))
