"""The quality of recent changes, kept by commit: which commits are recent, and what was found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, Select, bindparam, delete, select

from analyzer.model.calendar import months_before
from analyzer.model.change_quality import CommitQuality, Profile
from analyzer.model.moment import Moment
from analyzer.model.quality import Quality
from analyzer.store import loading
from analyzer.store.changes import path_id
from analyzer.store.commits import commit_id
from analyzer.store.database import Database, write_rows
from analyzer.store.dialect import insert
from analyzer.store.quality_tables import change_quality, commit_quality
from analyzer.store.schema import commits, words
from analyzer.store.snapshot import Snapshot
from analyzer.store.words import number, numbers

if TYPE_CHECKING:
    from analyzer.store.trunk import Numbers

Columns = Mapping[str, Any]
_NOBODY = -1


class RecentChanges:
    """What PyDriller says of recent commits, in one database; raises as `Store` does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self, repository: int, moment: Moment, quality: Quality, version: str) -> list[str]:
        """Return the hashes of recent commits that this version has not looked at, oldest first.

        Recent are the commits that are no merges, are reachable from the moment, and were written in the
        `quality.months` before its end: the newest `quality.commits` of them, by author date.
        """
        with self._database.reading() as connection:
            snapshot = Snapshot(connection, repository, moment, None, (), None, quality)
            return _pending(snapshot, version)

    def add(self, repository: int, version: str, found: Sequence[CommitQuality]) -> None:
        """Store what was found, in place of what another version found; the commits' changes must be stored."""
        with self._database.writing() as connection:
            _add(connection, repository, version, found)


def _recent(snapshot: Snapshot) -> Numbers:
    """Return the numbers of recent commits, ascending."""
    quality, end = snapshot.quality, snapshot.moment.end
    statement = (
        select(commits.c.commit_id)
        .where(commits.c.repository_id == snapshot.repository, commits.c.parents < 2)
        .where(commits.c.author_time > months_before(end, quality.months), commits.c.author_time <= end)
        .order_by(commits.c.author_time.desc(), commits.c.commit_id.desc())
    )
    (dated,) = loading.integers(snapshot.connection, statement)
    return np.sort(dated[np.isin(dated, snapshot.commit_ids)][: quality.commits])


def _pending(snapshot: Snapshot, version: str) -> list[str]:
    counter = number(snapshot.connection, version)
    looked_at = select(commit_quality.c.commit_id).where(
        commit_quality.c.counter_id == (_NOBODY if counter is None else counter)
    )
    (done,) = loading.integers(snapshot.connection, looked_at)
    wanted = np.setdiff1d(_recent(snapshot), done).tolist()
    named = select(commits.c.commit_id, commits.c.sha).where(commits.c.repository_id == snapshot.repository)
    shas = dict(loading.rows(snapshot.connection, named)) if wanted else {}
    return [shas[commit].hex() for commit in wanted]


def _add(connection: Connection, repository: int, version: str, found: Sequence[CommitQuality]) -> None:
    problems = {problem for one in found for problem in (one.problem, *(file.problem for file in one.files))}
    known = numbers(connection, {version, *problems})
    its_id = commit_id(repository)
    for table in (change_quality, commit_quality):
        gone = delete(table).where(table.c.commit_id == its_id)
        write_rows(connection, gone, ("b_sha",), [(bytes.fromhex(one.commit),) for one in found])
    looked_at = insert(connection, commit_quality).values(
        commit_id=its_id, counter_id=known[version], problem_id=bindparam("b_problem")
    )
    problems_of = [(bytes.fromhex(one.commit), known[one.problem]) for one in found]
    write_rows(connection, looked_at, ("b_sha", "b_problem"), problems_of)
    statement = insert(connection, change_quality).values(
        commit_id=its_id,
        path_id=path_id(repository, "b_path"),
        problem_id=bindparam("b_problem"),
        **{field: bindparam(f"b_{field}") for field in Profile._fields},
    )
    names = ("b_sha", "b_path", "b_problem", *(f"b_{field}" for field in Profile._fields))
    rows = [
        (bytes.fromhex(one.commit), file.path, known[file.problem], *file.profile)
        for one in found
        for file in one.files
    ]
    write_rows(connection, statement, names, rows)


def commits_looked_at(snapshot: Snapshot) -> Columns:
    """Return the table `commit_quality`."""
    statement = select(commit_quality.c.commit_id, words.c.word).join(
        words, words.c.word_id == commit_quality.c.problem_id
    )
    return _among_recent(snapshot, statement.order_by(commit_quality.c.commit_id), ("commit_id", "problem"))


def files_looked_at(snapshot: Snapshot) -> Columns:
    """Return the table `change_quality`."""
    table = change_quality
    statement = (
        select(table.c.commit_id, table.c.path_id, words.c.word, *(table.c[field] for field in Profile._fields))
        .join(words, words.c.word_id == table.c.problem_id)
        .order_by(table.c.commit_id, table.c.path_id)
    )
    return _among_recent(snapshot, statement, ("commit_id", "path_id", "problem", *Profile._fields))


def _among_recent(snapshot: Snapshot, statement: Select[Any], names: Sequence[str]) -> Columns:
    recent = set(_recent(snapshot).tolist())
    rows = [row for row in loading.rows(snapshot.connection, statement) if row[0] in recent]
    return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())
