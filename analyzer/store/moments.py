"""Finding the commit that figures are taken at."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from sqlalchemy import ColumnElement, Connection, select

from analyzer.model.moment import Moment
from analyzer.store.schema import commits


def of_commit(connection: Connection, repository: int, sha: str, end: int | None, label: str) -> Moment | None:
    """Return the moment of a trunk commit, or None if the commit is not on the trunk."""
    return _newest(connection, repository, commits.c.sha == bytes.fromhex(sha), end, label)


def at(connection: Connection, repository: int, time: int, label: str) -> Moment | None:
    """Return the first commit, from the head back along the trunk, that is not later than `time`; None if all are."""
    return _newest(connection, repository, commits.c.commit_time <= time, time, label)


def head(connection: Connection, repository: int, end: int | None) -> Moment | None:
    """Return the trunk's newest commit, or None if nothing is mined."""
    return _newest(connection, repository, None, end, "")


def _newest(
    connection: Connection, repository: int, condition: ColumnElement[bool] | None, end: int | None, label: str
) -> Moment | None:
    statement = (
        select(commits.c.sha, commits.c.commit_time, commits.c.position)
        .where(commits.c.repository_id == repository, commits.c.position.is_not(None))
        .order_by(commits.c.position.desc())
        .limit(1)
    )
    if condition is not None:
        statement = statement.where(condition)
    found = connection.execute(statement).first()
    if found is None:
        return None
    sha, time, position = found
    return Moment(sha.hex(), time, position, time if end is None else end, label=label)


def branched_from(connection: Connection, repository: int, ancestors: AbstractSet[str]) -> Moment | None:
    """Return the newest trunk commit among the ancestors of a commit, or None if the two share no history."""
    statement = (
        select(commits.c.sha, commits.c.commit_time, commits.c.position)
        .where(commits.c.repository_id == repository, commits.c.position.is_not(None))
        .order_by(commits.c.position.desc())
    )
    for sha, time, position in connection.execute(statement):
        if sha.hex() in ancestors:
            return Moment(sha.hex(), time, position, time)
    return None
