"""What outlives a rebuild: the log of refreshes and the reports' figures. And the newest comparisons, which do not."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, select, update

from analyzer.model.history import Refresh
from analyzer.store.schema import comparisons, refresh_log, repositories

KEPT = 20
"""Comparisons that are kept."""


def start(connection: Connection, repository: int, started: int) -> int:
    """Log that a refresh begins, and return its number."""
    mine = select(repositories.c.location, repositories.c.mined_head).where(repositories.c.repository_id == repository)
    location, head = connection.execute(mine).one()
    statement = refresh_log.insert().values(location=location, started=started, head_before=head, outcome="")
    number: int = connection.execute(statement.returning(refresh_log.c.refresh_id)).scalar_one()
    return number


def finish(
    connection: Connection, refresh: int, *, finished: int, head: str | None, new_commits: int, outcome: str
) -> None:
    """Log how a refresh ended; `head` None if mining did not come to its end."""
    statement = update(refresh_log).where(refresh_log.c.refresh_id == refresh)
    values = {"finished": finished, "new_commits": new_commits, "outcome": outcome}
    connection.execute(statement.values(head_after=bytes.fromhex(head) if head else None, **values))


def refreshes(connection: Connection, location: str | None, limit: int) -> list[Refresh]:
    """Return the last refreshes of one repository, or of all, newest first."""
    statement = select(refresh_log).order_by(refresh_log.c.refresh_id.desc()).limit(limit)
    if location is not None:
        statement = statement.where(refresh_log.c.location == location)
    return [
        Refresh(
            location=row.location,
            started=row.started,
            finished=row.finished,
            head_before=row.head_before.hex() if row.head_before else None,
            head_after=row.head_after.hex() if row.head_after else None,
            new_commits=row.new_commits,
            outcome=row.outcome,
        )
        for row in connection.execute(statement)
    ]


def cached(connection: Connection, fingerprint: str) -> str | None:
    """Return the text of a comparison, or None if it is not kept."""
    statement = select(comparisons.c.text).where(comparisons.c.fingerprint == fingerprint)
    return connection.execute(statement).scalar_one_or_none()


def cache(connection: Connection, fingerprint: str, text: str) -> None:
    """Keep the text of a comparison as the newest, and forget all but the newest `KEPT`."""
    connection.execute(delete(comparisons).where(comparisons.c.fingerprint == fingerprint))
    newest = connection.execute(select(func.coalesce(func.max(comparisons.c.comparison_id), 0))).scalar_one()
    connection.execute(comparisons.insert().values(comparison_id=newest + 1, fingerprint=fingerprint, text=text))
    kept = select(comparisons.c.comparison_id).order_by(comparisons.c.comparison_id.desc()).limit(KEPT)
    connection.execute(delete(comparisons).where(comparisons.c.comparison_id.not_in(kept)))
