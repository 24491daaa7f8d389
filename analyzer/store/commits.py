"""Writing commits, their places on the trunk, and what is to be mined still."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, ScalarSelect, bindparam, delete, false, or_, select, update

from analyzer.model.commit import Commit, Signature
from analyzer.store.database import write_rows
from analyzer.store.dialect import insert
from analyzer.store.loading import forget_kept
from analyzer.store.message_tables import vulnerabilities
from analyzer.store.quality_tables import parts_read, unique_lines
from analyzer.store.schema import commits, identities, parents, trailers
from analyzer.store.words import clean

BATCH = 2_000
"""Commits in one transaction: about 50 ms of work, so that a killed run loses next to nothing."""

_ROW = (
    "b_sha",
    "b_author_name",
    "b_author_email",
    "b_author_time",
    "b_author_offset",
    "b_committer_name",
    "b_committer_email",
    "b_commit_time",
    "b_committer_offset",
    "b_parents",
    "b_position",
    "b_subject",
)


def known(connection: Connection, repository: int) -> set[str]:
    """Return the hashes of all stored commits of a repository."""
    statement = select(commits.c.sha).where(commits.c.repository_id == repository)
    return {sha.hex() for (sha,) in connection.execute(statement)}


def add(connection: Connection, repository: int, batch: Sequence[Commit]) -> None:
    """Store commits that are not stored yet; parents must come before their children."""
    _add_people(connection, batch)
    _add_commits(connection, repository, batch)
    line = insert(connection, parents).values(
        commit_id=commit_id(repository), ordinal=bindparam("b_ordinal"), sha=bindparam("b_of")
    )
    rows: list[tuple[object, ...]] = [
        (bytes.fromhex(commit.sha), ordinal, bytes.fromhex(parent))
        for commit in batch
        for ordinal, parent in enumerate(commit.parents)
    ]
    write_rows(connection, line.on_conflict_do_nothing(), ("b_sha", "b_ordinal", "b_of"), rows)
    _add_trailers(connection, repository, batch)


def _add_people(connection: Connection, batch: Sequence[Commit]) -> None:
    people = {_person(who) for commit in batch for who in (commit.author, commit.committer)}
    statement = insert(connection, identities).values(name=bindparam("b_name"), email=bindparam("b_email"))
    write_rows(connection, statement.on_conflict_do_nothing(), ("b_name", "b_email"), people)


def _add_trailers(connection: Connection, repository: int, batch: Sequence[Commit]) -> None:
    line = insert(connection, trailers).values(
        commit_id=commit_id(repository),
        ordinal=bindparam("b_ordinal"),
        key=bindparam("b_key"),
        value=bindparam("b_value"),
    )
    rows: list[tuple[object, ...]] = [
        (bytes.fromhex(commit.sha), ordinal, clean(key), clean(value))
        for commit in batch
        for ordinal, (key, value) in enumerate(commit.trailers)
    ]
    write_rows(connection, line.on_conflict_do_nothing(), ("b_sha", "b_ordinal", "b_key", "b_value"), rows)
    line = insert(connection, vulnerabilities).values(
        commit_id=commit_id(repository), ordinal=bindparam("b_ordinal"), cve=bindparam("b_cve")
    )
    rows = [
        (bytes.fromhex(commit.sha), ordinal, cve)
        for commit in batch
        for ordinal, cve in enumerate(commit.vulnerabilities)
    ]
    write_rows(connection, line.on_conflict_do_nothing(), ("b_sha", "b_ordinal", "b_cve"), rows)


def _add_commits(connection: Connection, repository: int, batch: Sequence[Commit]) -> None:
    statement = insert(connection, commits).values(
        repository_id=repository,
        sha=bindparam("b_sha"),
        author_id=_identity("b_author_name", "b_author_email"),
        author_time=bindparam("b_author_time"),
        author_offset=bindparam("b_author_offset"),
        committer_id=_identity("b_committer_name", "b_committer_email"),
        commit_time=bindparam("b_commit_time"),
        committer_offset=bindparam("b_committer_offset"),
        parents=bindparam("b_parents"),
        position=bindparam("b_position"),
        mined=false(),
        subject=bindparam("b_subject"),
    )
    rows = [
        (
            bytes.fromhex(commit.sha),
            *_person(commit.author),
            commit.author.time,
            commit.author.offset,
            *_person(commit.committer),
            commit.committer.time,
            commit.committer.offset,
            len(commit.parents),
            commit.position,
            clean(commit.subject),
        )
        for commit in batch
    ]
    write_rows(connection, statement.on_conflict_do_nothing(), _ROW, rows)


def _person(who: Signature) -> tuple[str, str]:
    return clean(who.name), clean(who.email)


def _identity(name: str, email: str) -> ScalarSelect[int]:
    wanted = (identities.c.name == bindparam(name), identities.c.email == bindparam(email))
    return select(identities.c.identity_id).where(*wanted).scalar_subquery()


def commit_id(repository: int) -> ScalarSelect[int]:
    """Return the SQL for the number of the commit whose hash is the parameter `b_sha`."""
    wanted = (commits.c.repository_id == repository, commits.c.sha == bindparam("b_sha"))
    return select(commits.c.commit_id).where(*wanted).scalar_subquery()


def place(connection: Connection, repository: int, trunk: Sequence[str]) -> None:
    """Make `trunk` (hashes, oldest first) the trunk; only commits whose place differs are written."""
    stored = select(commits.c.commit_id, commits.c.sha, commits.c.position).where(commits.c.repository_id == repository)
    wanted = {bytes.fromhex(sha): position for position, sha in enumerate(trunk)}
    moved = [
        (number, wanted.get(sha)) for number, sha, position in connection.execute(stored) if wanted.get(sha) != position
    ]
    statement = update(commits).where(commits.c.commit_id == bindparam("b_id")).values(position=bindparam("b_position"))
    write_rows(connection, statement, ("b_id", "b_position"), moved)
    forget_kept(connection)


def drop(connection: Connection, repository: int, shas: Iterable[str]) -> None:
    """Forget commits, with their parents, changes, all that their messages say, and what was read of their trees."""
    rows = [(bytes.fromhex(sha),) for sha in shas]
    for table in (unique_lines, parts_read, commits):
        wanted = (table.c.repository_id == repository, table.c.sha == bindparam("b_sha"))
        write_rows(connection, delete(table).where(*wanted), ("b_sha",), rows)
    forget_kept(connection)


def pending(connection: Connection, repository: int) -> list[tuple[str, str | None]]:
    """Return (hash, first parent if it is a merge on the trunk) of commits whose changes are to be mined."""
    first = (parents.c.commit_id == commits.c.commit_id) & (parents.c.ordinal == 0) & (commits.c.parents > 1)
    statement = (
        select(commits.c.sha, parents.c.sha)
        .select_from(commits.outerjoin(parents, first))
        .where(commits.c.repository_id == repository, commits.c.mined == false())
        .where(or_(commits.c.parents < 2, commits.c.position.is_not(None)))
        .order_by(commits.c.commit_id)
    )
    return [(sha.hex(), parent.hex() if parent else None) for sha, parent in connection.execute(statement)]


def correct(connection: Connection, repository: int, batch: Sequence[Commit]) -> None:
    """Store who made commits, and what they said, in place of what is stored."""
    _add_people(connection, batch)
    statement = (
        update(commits)
        .where(commits.c.repository_id == repository, commits.c.sha == bindparam("b_sha"))
        .values(
            author_id=_identity("b_author_name", "b_author_email"),
            committer_id=_identity("b_committer_name", "b_committer_email"),
            subject=bindparam("b_subject"),
        )
    )
    names = ("b_sha", "b_author_name", "b_author_email", "b_committer_name", "b_committer_email", "b_subject")
    rows = [
        (bytes.fromhex(commit.sha), *_person(commit.author), *_person(commit.committer), clean(commit.subject))
        for commit in batch
    ]
    write_rows(connection, statement, names, rows)
    gone = delete(trailers).where(trailers.c.commit_id == commit_id(repository))
    write_rows(connection, gone, ("b_sha",), [(bytes.fromhex(commit.sha),) for commit in batch])
    _add_trailers(connection, repository, batch)
