"""Looks at a database without changing it: opening a store would bring it to this version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from analyzer.errors import StoreDamaged, StoreForeign, StoreTooNew
from analyzer.store import dialect, schema


@dataclass(frozen=True, slots=True)
class Condition:
    """The state of the facts."""

    size: int
    """Bytes of the file."""
    repositories: int
    current: bool
    """Whether this version can use them as they are."""


def condition(path: Path) -> Condition:
    """Return the state of the database at `path`. Raises StoreError, and all kinds of it."""
    with dialect.translated(str(path)), closing(_opened(path)) as connection:
        (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            hint = "run diptych refresh: where it meets the damage, it puts the file aside and reads the mirrors again"
            raise StoreDamaged(f"{path} is damaged: {sound}", hint=hint)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if schema.meta.name not in names:
            if names:
                raise StoreForeign(f"{path} is a database of another program", hint="choose another workspace")
            return Condition(path.stat().st_size, 0, current=False)
        marks = dict(connection.execute("SELECT key, value FROM meta"))
        if int(marks.get("version", 0)) > schema.VERSION:
            raise StoreTooNew(f"{path} was written by a newer Diptych", hint=dialect.NEWER)
        (count,) = connection.execute("SELECT count(*) FROM repositories").fetchone()
    wanted = {"version": str(schema.VERSION), "shape": schema.shape()}
    return Condition(path.stat().st_size, count, marks == wanted)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=5)
