"""Repositories, their tags, and what could not be read of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from analyzer.model.commit import Tag
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.store.dialect import insert
from analyzer.store.schema import not_counted, repositories, tags
from analyzer.store.words import clean


def add(connection: Connection, location: str, name: str) -> int:
    """Return the number of the repository at `location`, adding it if it is new; `name` is what it is called now."""
    statement = insert(connection, repositories).values(location=location, name=name)
    statement = statement.on_conflict_do_update(index_elements=["location"], set_={"name": name})
    connection.execute(statement)
    wanted = select(repositories.c.repository_id).where(repositories.c.location == location)
    number: int = connection.execute(wanted).scalar_one()
    return number


def known(connection: Connection) -> list[tuple[str, str, str | None]]:
    """Return (location, name, branch) of every repository, by location."""
    statement = select(repositories.c.location, repositories.c.name, repositories.c.branch)
    return list(connection.execute(statement.order_by(repositories.c.location)))


def mined_head(connection: Connection, repository: int) -> str | None:
    """Return the newest commit when mining last came to its end."""
    statement = select(repositories.c.mined_head).where(repositories.c.repository_id == repository)
    sha = connection.execute(statement).scalar_one()
    return sha.hex() if sha else None


def set_mined_head(connection: Connection, repository: int, head: str, branch: str) -> None:
    """Store that all of `branch` up to `head` is mined."""
    statement = update(repositories).where(repositories.c.repository_id == repository)
    connection.execute(statement.values(mined_head=bytes.fromhex(head), branch=branch))


def set_tags(connection: Connection, repository: int, found: Sequence[Tag]) -> None:
    """Replace the tags of a repository."""
    connection.execute(delete(tags).where(tags.c.repository_id == repository))
    # By name, since two names may be equal once they are cleaned.
    rows = {clean(tag.name): (bytes.fromhex(tag.sha), tag.time) for tag in found}
    values = [
        {"repository_id": repository, "name": name, "sha": sha, "time": time} for name, (sha, time) in rows.items()
    ]
    if values:
        connection.execute(tags.insert(), values)


def tag_names(connection: Connection, repository: int) -> set[str]:
    """Return the names of the tags of a repository."""
    return set(connection.execute(select(tags.c.name).where(tags.c.repository_id == repository)).scalars())


def set_troubles(connection: Connection, repository: int, troubles: Sequence[NotCounted]) -> None:
    """Replace what could not be read of a repository."""
    connection.execute(delete(not_counted).where(not_counted.c.repository_id == repository))
    values = [
        {
            "repository_id": repository,
            "ordinal": ordinal,
            "reason": trouble.reason.value,
            "subject": clean(trouble.subject),
            "detail": clean(trouble.detail),
        }
        for ordinal, trouble in enumerate(troubles)
    ]
    if values:
        connection.execute(not_counted.insert(), values)


def troubles(connection: Connection, repository: int, name: str) -> list[NotCounted]:
    """Return what could not be read of a repository, which is called `name` in the comparison, in order."""
    columns = (not_counted.c.reason, not_counted.c.subject, not_counted.c.detail)
    statement = select(*columns).where(not_counted.c.repository_id == repository).order_by(not_counted.c.ordinal)
    return [
        NotCounted(name, Reason(reason), subject, detail) for reason, subject, detail in connection.execute(statement)
    ]
