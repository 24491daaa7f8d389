"""Which commit of the trunk brought each commit to it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection, select

from analyzer.store import loading
from analyzer.store.schema import commits, parents
from analyzer.store.trunk import Numbers


class Owners(NamedTuple):
    """Arrays of equal length, by `commit`."""

    commit: Numbers
    """Numbers of the commits that the trunk reaches, ascending."""
    position: Numbers
    """Of the trunk's first commit that reaches each: its own for one on the trunk."""

    def positions(self, wanted: Numbers) -> Numbers:
        """Return the positions of commits, all of which must be there."""
        table = np.zeros(int(self.commit.max(initial=0)) + 1, np.int64)
        table[self.commit] = self.position
        return table[wanted]


def owners(connection: Connection, repository: int) -> Owners:
    """Return which commit of the trunk was the first to reach each commit."""
    newest = select(commits.c.sha).where(commits.c.repository_id == repository, commits.c.position.is_not(None))
    last = connection.execute(newest.order_by(commits.c.position.desc()).limit(1)).scalar()
    return loading.kept(connection, "owners", (repository, last or b""), lambda: _owners(connection, repository))


def _owners(connection: Connection, repository: int) -> Owners:
    mine = select(commits.c.sha, commits.c.commit_id, commits.c.position).where(commits.c.repository_id == repository)
    rows = list(loading.rows(connection, mine))
    numbered = {sha: number for sha, number, _ in rows}
    trunk = sorted((position, number) for _, number, position in rows if position is not None)
    owned = {number: position for position, number in trunk}
    behind = _parents(connection, repository, numbered)
    for position, number in trunk:
        waiting = [parent for parent in behind.get(number, ()) if parent not in owned]
        while waiting:
            found = waiting.pop()
            if found not in owned:
                owned[found] = position
                waiting += behind.get(found, ())
    pairs = np.array(sorted(owned.items()), np.int64).reshape(-1, 2)
    return Owners(pairs[:, 0], pairs[:, 1])


def _parents(connection: Connection, repository: int, numbered: dict[bytes, int]) -> dict[int, list[int]]:
    links = select(parents.c.commit_id, parents.c.sha).join_from(
        commits, parents, parents.c.commit_id == commits.c.commit_id
    )
    found: dict[int, list[int]] = {}
    for child, sha in loading.rows(connection, links.where(commits.c.repository_id == repository)):
        if sha in numbered:
            found.setdefault(child, []).append(numbered[sha])
    return found
