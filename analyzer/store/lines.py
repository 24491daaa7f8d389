"""Single lines: how far they were followed along the trunk, what is to be followed next, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from analyzer.model.moment import Moment
from analyzer.model.survival import File, Followed, StaleComment, State, Step, pack_deaths, unpack_deaths
from analyzer.store import loading
from analyzer.store.database import Database, write_rows
from analyzer.store.dialect import insert
from analyzer.store.owners import owners
from analyzer.store.quality_tables import comment_changes, line_deaths, line_states, stale_comments, survival
from analyzer.store.schema import changes, commits, paths
from analyzer.store.snapshot import Snapshot
from analyzer.store.steps import steps
from analyzer.store.survivors import beside, files
from analyzer.store.words import clean

_SMALL = 1 << 16
"""Bytes; the lines that died lately are put together with those before as long as these are fewer."""


class Reached(NamedTuple):
    """How far the lines of a repository were followed."""

    sha: str
    """The trunk's commit."""
    position: int
    version: str
    rules: str
    """Fingerprint of what the repository itself says: of paths, and of commits that blame passes over."""


class LineStore:
    """Part of the store, see `Store.lines`. Every method that writes is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reached(self, repository: int) -> Reached | None:
        """Return how far lines were followed; None if not at all, or along another trunk than that of today."""
        with self._database.reading() as connection:
            row = connection.execute(_reached(repository)).first()
        return None if row is None else Reached(row[0].hex(), *row[1:])

    def begin_again(self, repository: int) -> None:
        """Forget all lines of a repository."""
        with self._database.writing() as connection:
            mine = select(paths.c.path_id).where(paths.c.repository_id == repository)
            _forget_comments(connection, repository)
            for table in (line_states, comment_changes):
                connection.execute(delete(table).where(table.c.path_id.in_(mine)))
            connection.execute(delete(line_deaths).where(line_deaths.c.repository_id == repository))
            connection.execute(delete(survival).where(survival.c.repository_id == repository))

    def trunk(self, repository: int, after: int) -> list[tuple[int, str]]:
        """Return (number of changes, hash) of the commits behind a position of the trunk, in order."""
        with self._database.reading() as connection:
            return list(_sizes(connection, repository, after))

    def steps(self, repository: int, after: int, until: int, ignored: AbstractSet[str]) -> list[Step]:
        """Return what the trunk did behind one position and up to another, in order; `ignored` are full hashes."""
        with self._database.reading() as connection:
            return steps(connection, repository, after, until, ignored)

    def states(self, wanted: Collection[int]) -> dict[int, State]:
        """Return the lines of paths, and what is known beside them; none for those that are not there."""
        numbers = np.array(sorted(wanted), np.int64)
        with self._database.reading() as connection:
            lines = loading.named(connection, line_states.c.path_id, line_states.c.lines, numbers)
            known = beside(connection, numbers)
        return {path: (lines[path], known.get(path, ())) for path in numbers.tolist() if path in lines}

    def commented_at(self, repository: int) -> str | None:
        """Return the commit at which comments were last looked at."""
        with self._database.reading() as connection:
            statement = select(survival.c.comments_sha).where(survival.c.repository_id == repository)
            sha = connection.execute(statement).scalar()
        return sha.hex() if sha else None

    def files(self, repository: int, moment: Moment, among: Collection[int] | None = None) -> list[File]:
        """Return the files of the tree at a moment up to which lines were followed; those of some paths, or all."""
        with self._database.reading() as connection:
            wanted = None if among is None else np.array(sorted(among), np.int64)
            return files(Snapshot(connection, repository, moment, None, (), None), wanted)

    def set_comments(
        self,
        repository: int,
        sha: str,
        found: Sequence[tuple[int, Sequence[StaleComment]]],
        among: Collection[int] | None = None,
    ) -> None:
        """Replace what is known of comments, by path, as of a commit; of some paths, or of all."""
        with self._database.writing() as connection:
            if among is None:
                _forget_comments(connection, repository)
            else:
                gone = delete(stale_comments).where(stale_comments.c.path_id == bindparam("b_path"))
                write_rows(connection, gone, ("b_path",), [(path,) for path in sorted(among)])
            rows = [
                (path, one.line, one.written, one.changes, " ".join(map(str, one.commits)), clean(one.words))
                for path, comments in found
                for one in comments
            ]
            names = ("path_id", "line", "written", "changes", "commits", "words")
            values: dict[str, Any] = {name: bindparam(f"b_{name}") for name in names}
            statement = stale_comments.insert().values(values)
            write_rows(connection, statement, tuple(f"b_{name}" for name in names), rows)
            done = update(survival).where(survival.c.repository_id == repository)
            connection.execute(done.values(comments_sha=bytes.fromhex(sha)))

    def everything(self, repository: int) -> tuple[dict[str, bytes], dict[int, str]]:
        """Return path -> packed lines of all files, and number of a commit -> hash of the trunk's that brought it."""
        with self._database.reading() as connection:
            mine = select(paths.c.path, line_states.c.lines).join(line_states, line_states.c.path_id == paths.c.path_id)
            states = dict(connection.execute(mine.where(paths.c.repository_id == repository)).all())
            along = select(commits.c.position, commits.c.sha).where(
                commits.c.repository_id == repository, commits.c.position.is_not(None)
            )
            shas = {position: sha.hex() for position, sha in connection.execute(along)}
            owned = owners(connection, repository)
        pairs = zip(owned.commit.tolist(), owned.position.tolist(), strict=True)
        return states, {commit: shas[position] for commit, position in pairs}

    def add(self, repository: int, followed: Sequence[Followed], reached: Reached) -> None:
        """Store what came of all steps up to a commit of the trunk."""
        with self._database.writing() as connection:
            _add_states(connection, followed)
            _add_beside(connection, followed)
            _add_deaths(connection, repository, [one.deaths for one in followed if one.deaths])
            row = reached._asdict() | {"sha": bytes.fromhex(reached.sha)}
            statement = insert(connection, survival).values(repository_id=repository, **row)
            connection.execute(statement.on_conflict_do_update(index_elements=["repository_id"], set_=row))


def _forget_comments(connection: Connection, repository: int) -> None:
    mine = select(paths.c.path_id).where(paths.c.repository_id == repository)
    connection.execute(delete(stale_comments).where(stale_comments.c.path_id.in_(mine)))


def _reached(repository: int) -> Select[tuple[Any, ...]]:
    columns = (survival.c.sha, survival.c.position, survival.c.version, survival.c.rules)
    there = (commits.c.repository_id == repository) & (commits.c.sha == survival.c.sha)
    statement = select(*columns).join(commits, there).where(survival.c.repository_id == repository)
    return statement.where(commits.c.position == survival.c.position)


def _sizes(connection: Connection, repository: int, after: int) -> Iterator[tuple[int, str]]:
    statement = (
        select(func.count(changes.c.path_id), commits.c.sha)
        .select_from(commits.outerjoin(changes, changes.c.commit_id == commits.c.commit_id))
        .where(commits.c.repository_id == repository, commits.c.position > after)
        .group_by(commits.c.commit_id)
        .order_by(commits.c.position)
    )
    for count, sha in connection.execute(statement):
        yield count, sha.hex()


def _add_states(connection: Connection, followed: Sequence[Followed]) -> None:
    states = [(path, lines) for one in followed for path, lines in one.states.items()]
    gone = delete(line_states).where(line_states.c.path_id == bindparam("b_path"))
    write_rows(connection, gone, ("b_path",), [(path,) for path, lines in states if not lines])
    statement = insert(connection, line_states).values(path_id=bindparam("b_path"), lines=bindparam("b_lines"))
    statement = statement.on_conflict_do_update(index_elements=["path_id"], set_={"lines": statement.excluded.lines})
    write_rows(connection, statement, ("b_path", "b_lines"), [row for row in states if row[1]])


def _add_beside(connection: Connection, followed: Sequence[Followed]) -> None:
    known = [(path, some) for one in followed for path, some in one.beside.items()]
    gone = delete(comment_changes).where(comment_changes.c.path_id == bindparam("b_path"))
    write_rows(connection, gone, ("b_path",), [(path,) for path, _ in known])
    names = ("path_id", "line", "lines", "changes", "commits")
    values: dict[str, Any] = {name: bindparam(f"b_{name}") for name in names}
    rows = [
        (path, one.line, one.lines, one.changes, " ".join(map(str, one.commits)))
        for path, some in known
        for one in some
    ]
    write_rows(connection, comment_changes.insert().values(values), tuple(f"b_{name}" for name in names), rows)


def _add_deaths(connection: Connection, repository: int, packed: Sequence[bytes]) -> None:
    if not packed:
        return
    mine = line_deaths.c.repository_id == repository
    last = connection.execute(
        select(line_deaths.c.ordinal, line_deaths.c.deaths).where(mine).order_by(line_deaths.c.ordinal.desc()).limit(1)
    ).first()
    ordinal, before = last or (-1, b"")
    if last and len(before) < _SMALL:
        connection.execute(delete(line_deaths).where(mine, line_deaths.c.ordinal == ordinal))
        packed = [before, *packed]
    else:
        ordinal += 1
    deaths = pack_deaths([unpack_deaths(one) for one in packed])
    connection.execute(line_deaths.insert(), [{"repository_id": repository, "ordinal": ordinal, "deaths": deaths}])
