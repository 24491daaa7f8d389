"""All that differs between databases: how to connect, to begin, to insert what may be there, and what errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from analyzer.errors import StoreBusy, StoreDamaged, StoreError

CLUSTERED: Mapping[str, Any] = {"sqlite_with_rowid": False}
"""For tables that are read by their primary key: SQLite then keeps the rows in its order; others ignore it."""

WRITES = "diptych_writes"
"""Execution option of connections that are going to write."""

NEWER = (
    "upgrade Diptych, or move the file away: all is read again but the record of refreshes, "
    "whose lines stay in reports/refreshes.jsonl"
)
"""What to do about a database of a newer Diptych."""

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_HINTS = {
    sqlite3.SQLITE_CANTOPEN: "check that the folder exists and may be written",
    sqlite3.SQLITE_READONLY: "check that the file and its folder may be written",
    sqlite3.SQLITE_FULL: "make room on the disk and run again: nothing that was stored is lost",
    sqlite3.SQLITE_IOERR: "check the disk that holds the file",
}


def engine(url: URL, busy_seconds: float) -> Engine:
    """Return an engine whose statements take parameters by place; nothing is opened yet."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, paramstyle="format")
    made = create_engine(url, paramstyle="qmark", connect_args={"timeout": busy_seconds})
    event.listen(made, "connect", _connected)
    event.listen(made, "begin", _begun)
    return made


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    # Python's own transaction control would begin late and not at all before DDL; see `_begun`.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    # A writer that begins as a reader may find, at its first write, that another was quicker, and fail without waiting.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def insert(connection: Connection, table: Table) -> sqlite.Insert:
    """Return an INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    # Not at the top: it takes a tenth of a second to import, and most databases are files.
    from sqlalchemy.dialects import postgresql

    # The two have the same methods, but no common base that says so.
    return cast(sqlite.Insert, postgresql.insert(table))


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn errors of the database into ours, naming `place`, the file (or the location without a password)."""
    try:
        yield
    except DBAPIError as error:
        raise _translation(error.orig, place) from error
    except sqlite3.Error as error:
        # While connecting and while fetching, SQLAlchemy lets the driver's errors through as they are.
        raise _translation(error, place) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged table may hold the damage itself, which the driver takes for text.
        raise _damaged(place, "a text in it is none") from error


def _translation(error: BaseException | None, place: str) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # The low byte is the kind, the rest a detail.
    if code in _BUSY:
        return StoreBusy(f"{place} is in use by another process", hint="wait until it has finished, then run again")
    if code in _DAMAGED:
        return _damaged(place, str(error))
    return StoreError(f"{place} could not be read or written: {error}", hint=_HINTS.get(code))


def _damaged(place: str, why: str) -> StoreDamaged:
    hint = "move it away (and the files -wal and -shm beside it) and run again: the mirrors have all facts"
    error = StoreDamaged(f"{place} is damaged, or no database: {why}", hint=hint)
    error.file = identity(place)
    return error


def identity(place: str) -> tuple[int, int] | None:
    """Return device and number of a file, which it keeps under another name; None if it is not there."""
    try:
        found = Path(place).stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
