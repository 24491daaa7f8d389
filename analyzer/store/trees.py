"""What is asked and told of whole trees: the one at a moment, or samples of those before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from sqlalchemy import ColumnElement, Connection, Table, delete, select

from analyzer.model.change import TreeChange
from analyzer.model.moment import Moment
from analyzer.store import samples, trunk
from analyzer.store.contents import KINDS, found
from analyzer.store.database import Database
from analyzer.store.dialect import insert
from analyzer.store.quality_tables import parts_read, unique_lines
from analyzer.store.snapshot import Snapshot
from analyzer.store.words import number, numbers

_UNIQUE_LINES = "unique_lines"


class Trees:
    """Methods of the store; each that writes is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending_samples(
        self, repository: int, moment: Moment, counter_version: str, branch_changes: Sequence[TreeChange] = ()
    ) -> list[str]:
        """Return the object ids of Python source in the sampled trees that this version has not parsed."""
        with self._database.reading() as connection:
            snapshot = Snapshot(connection, repository, moment, None, branch_changes, None)
            return samples.pending(snapshot, counter_version)

    def lines_of_files(
        self,
        repository: int,
        moment: Moment,
        branch_changes: Sequence[TreeChange] = (),
        excluded: Callable[[str], bool] | None = None,
    ) -> list[tuple[str, str, bytes]]:
        """Return (language, scope, hashes of lines) of the files in the tree at a moment whose lines are counted."""
        with self._database.reading() as connection:
            return _lines_of_files(Snapshot(connection, repository, moment, None, branch_changes, excluded))

    def is_read(self, repository: int, part: str, sha: str, version: str) -> bool:
        """Whether all of a part was read for a commit, by this version and no other after it."""
        with self._database.reading() as connection:
            mine = (*_of(parts_read, repository, sha), parts_read.c.part == part)
            statement = select(parts_read.c.version_id).where(*mine)
            found = connection.execute(statement).scalar_one_or_none()
            return found is not None and found == number(connection, version)

    def set_read(self, repository: int, part: str, sha: str, version: str) -> None:
        """Store that all of a part was read for a commit; call it last."""
        with self._database.writing() as connection:
            _mark(connection, repository, part, sha, version)

    def set_unique_lines(self, repository: int, sha: str, version: str, counts: Mapping[tuple[str, str], int]) -> None:
        """Store how many different lines the tree of a commit has, by (language, where), and that it was read."""
        with self._database.writing() as connection:
            connection.execute(delete(unique_lines).where(*_of(unique_lines, repository, sha)))
            rows = [
                {
                    "repository_id": repository,
                    "sha": bytes.fromhex(sha),
                    "language": language,
                    "scopes": scopes,
                    "count": count,
                }
                for (language, scopes), count in counts.items()
            ]
            if rows:
                connection.execute(unique_lines.insert(), rows)
            _mark(connection, repository, _UNIQUE_LINES, sha, version)


def load_unique_lines(snapshot: Snapshot) -> Mapping[str, Sequence[object]]:
    """Return the table `unique_lines`: see model/frames.py."""
    columns = (unique_lines.c.language, unique_lines.c.scopes, unique_lines.c.count)
    mine = _of(unique_lines, snapshot.repository, snapshot.moment.sha)
    statement = select(*columns).where(*mine).order_by(unique_lines.c.language, unique_lines.c.scopes)
    rows = snapshot.connection.execute(statement).all()
    return {name: [row[place] for row in rows] for place, name in enumerate(("language", "scopes", "count"))}


def _lines_of_files(snapshot: Snapshot) -> list[tuple[str, str, bytes]]:
    place, blob = snapshot.tree
    lines, known, words = snapshot.tree_lines, snapshot.paths, snapshot.words
    row = np.where(known.counted[place], lines.rows(blob, known.hint[place]), 0)
    scope = words[trunk.scope_of(known.scope[place], lines.generated[row], snapshot.scopes)]
    language = words[lines.language[row]]
    hashes = found(snapshot.connection, KINDS["line_hashes"], blob)
    files = zip(blob.tolist(), language, scope, strict=True)
    return [(spoken, part, hashes[content][1]) for content, spoken, part in files if spoken and content in hashes]


def _of(table: Table, repository: int, sha: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.repository_id == repository, table.c.sha == bytes.fromhex(sha)


def _mark(connection: Connection, repository: int, part: str, sha: str, version: str) -> None:
    numbered = numbers(connection, {version})[version]
    statement = insert(connection, parts_read).values(
        repository_id=repository, part=part, sha=bytes.fromhex(sha), version_id=numbered
    )
    keys = ["repository_id", "part", "sha"]
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_={"version_id": numbered}))
