"""A repository that has something of every kind, read whole: what `verify` is tried on."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.progress import Silent
from analyzer.session import Session
from analyzer.workspace import Workspace
from tests.repos import RepoBuilder

LICENCE = "Permission is hereby granted, free of charge, to any person obtaining a copy\n"
PYTHON = '"""A module."""\n\n\ndef add(left, right: int) -> int:\n    # Sum them.\n    return left + right\n'
SCRIPT = "// Adds.\nfunction add(a, b) {\n  if (a) {\n    return a + b;\n  }\n  return b;\n}\n"


def history(path: Path) -> RepoBuilder:
    """Merges, a rename, a deletion, a mailmap, a licence, trailers, tags on and off the trunk, comments that aged."""
    builder = RepoBuilder(path)
    first = builder.commit({"add.py": PYTHON, "web/add.js": SCRIPT, "LICENSE": LICENCE}, day=1)
    builder.commit({"add.py": PYTHON.replace("left + right", "right + left")}, day=2, by="Bob <bob@example.org>")
    builder.commit({".mailmap": "Bob <bob@example.com> <bob@example.org>\n", "gone.py": PYTHON + "x = 1\n"}, day=3)
    changed = builder.commit({"add.py": PYTHON.replace("left + right", "2 * left")}, day=4)
    builder.commit({"add.py": PYTHON.replace("left + right", "3 * left")}, day=5)
    builder.commit({"gone.py": None, "kept.py": PYTHON + "x = 1\n"}, day=6)
    side = builder.commit({"side.py": PYTHON + "y = 2\n"}, day=7, parents=[changed], branch="side")
    said = "Bring side\n\nFixes CVE-2020-1234.\n\nCo-authored-by: Cy <cy@example.org>\n"
    trunk = builder.commit({"web/add.js": SCRIPT + "\n"}, day=8, message=said)
    builder.commit({"side.py": PYTHON + "y = 2\n"}, day=9, parents=[trunk, side])
    release = builder.commit({"add.py": PYTHON + "z = 3\n"}, day=2, parents=[first], branch="stable")
    builder.tag("1.0", release)
    builder.tag("0.9", first)
    return builder


def session_in(folder: Path) -> Session:
    """Return a session in a workspace of its own."""
    return Session(Workspace(folder / "workspace"), jobs=1, progress=Silent(), now=1_600_000_000)


def read(session: Session, path: Path) -> RepositorySpec:
    """Read a repository with all that is switched on, and return what it is called."""
    spec = RepositorySpec("one", path.as_uri())
    pipeline.refresh(session, [spec], base=path.parent)
    return spec


def tampered(database: Path, table: str, column: str) -> bool:
    """Change one value of one row, whatever its kind; return whether there was a row to change."""
    with sqlite3.connect(database) as connection:
        found = connection.execute(f'select "{column}" from "{table}" order by "{column}" is null').fetchone()
        if found is None:
            return False
        for value in _others(connection, table, column, found[0]):
            where = f'rowid = (select rowid from "{table}" where "{column}" is ? limit 1)'
            if not _has_rows(connection, table):
                where = f'"{column}" is ?'
            try:
                done = connection.execute(
                    f'update or abort "{table}" set "{column}" = ? where {where}', (value, found[0])
                )
            except sqlite3.IntegrityError:
                continue
            if done.rowcount:
                return True
    raise AssertionError(f"{table}.{column} could not be changed")


def _has_rows(connection: sqlite3.Connection, table: str) -> bool:
    (made,) = connection.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()
    return "WITHOUT ROWID" not in made


def _others(connection: sqlite3.Connection, table: str, column: str, value: Any) -> list[Any]:
    """Return values to put in its place: of references, those of other rows that are there."""
    for _, _, target, ours, theirs, *_ in connection.execute(f'pragma foreign_key_list("{table}")'):
        if ours == column:
            return [row[0] for row in connection.execute(f'select "{theirs}" from "{target}"') if row[0] != value]
    if isinstance(value, bytes):
        return [bytes([value[0] ^ 1]) + value[1:]]
    if isinstance(value, str):
        return [f"{value}x"]
    return [1 - value] if column in ("mined", "generated") else [(value or 0) + 1_000]
