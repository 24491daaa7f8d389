from __future__ import annotations

import sqlite3
from types import SimpleNamespace

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError

from analyzer.errors import StoreBusy, StoreDamaged, StoreError
from analyzer.store import dialect, schema


def failing(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, StoreBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreBusy),
        (sqlite3.SQLITE_LOCKED, StoreBusy),
        (sqlite3.SQLITE_CORRUPT, StoreDamaged),
        (sqlite3.SQLITE_NOTADB, StoreDamaged),
        (sqlite3.SQLITE_FULL, StoreError),
    ],
)
def test_errors_of_the_driver_become_ours_with_a_hint(code, kind):
    with pytest.raises(StoreError) as caught, dialect.translated("facts.sqlite"):
        raise failing(code)
    assert type(caught.value) is kind and caught.value.hint and "facts.sqlite" in caught.value.message


def test_errors_that_sqlalchemy_wraps_become_ours_too():
    with pytest.raises(StoreBusy), dialect.translated("facts.sqlite"):
        raise OperationalError("INSERT", {}, failing(sqlite3.SQLITE_BUSY))


def test_other_errors_pass_as_they_are():
    with pytest.raises(KeyError), dialect.translated("facts.sqlite"):
        raise KeyError("x")


def test_postgresql_gets_its_own_insert():
    connection = SimpleNamespace(dialect=postgresql.dialect())
    statement = dialect.insert(connection, schema.words).values(word="x").on_conflict_do_nothing()
    assert "ON CONFLICT DO NOTHING" in str(statement.compile(dialect=postgresql.dialect()))
