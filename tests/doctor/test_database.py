"""The facts are looked at without being changed."""

import sqlite3

import pytest

from analyzer.doctor.checks.database import CHECK
from analyzer.store.store import Store


@pytest.fixture
def database(tmp_path):
    place = tmp_path / "cache" / "diptych.sqlite"
    with Store.open(place) as store:
        store.repository("https://example.org/a", "a")
    return place


def changed(place, statement):
    with sqlite3.connect(place) as connection:
        connection.execute(statement)
    connection.close()


def test_none_is_good(found, tmp_path):
    assert found(CHECK) == [("ok", "no facts yet: the first run reads them", "")]
    assert not (tmp_path / "cache").exists()


def test_facts_of_this_version_are_counted(found, database):
    ((level, words, _),) = found(CHECK)
    assert level == "ok"
    assert words.endswith("of facts, of 1 repositories")


def test_facts_of_another_version_are_a_warning_and_stay(found, database):
    changed(database, "UPDATE meta SET value = 'other' WHERE key = 'shape'")
    before = database.read_bytes()
    ((level, words, advice),) = found(CHECK)
    assert (level, words.endswith("written by another version of Diptych")) == ("warning", True)
    assert advice.startswith("the next run reads them again")
    assert database.read_bytes() == before


def test_facts_of_a_newer_diptych_fail(found, database):
    changed(database, "UPDATE meta SET value = '9999' WHERE key = 'version'")
    ((level, words, _),) = found(CHECK)
    assert (level, words) == ("failed", f"{database} was written by a newer Diptych")


def test_what_is_no_database_fails(found, database):
    database.write_bytes(b"no database " * 1000)
    ((level, _, advice),) = found(CHECK)
    assert level == "failed"
    assert advice


def test_a_page_that_was_overwritten_is_found(found, database):
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database.write_bytes(content)
    assert found(CHECK)[0][0] == "failed"


def test_a_database_of_another_program_fails(found, tmp_path):
    (tmp_path / "cache").mkdir()
    changed(tmp_path / "cache" / "diptych.sqlite", "CREATE TABLE theirs (a)")
    assert found(CHECK)[0][1].endswith("is a database of another program")
