from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from analyzer.errors import StoreBusy, StoreDamaged, StoreError, StoreForeign, StoreTooNew
from analyzer.model.history import Round
from analyzer.store import schema
from analyzer.store.store import Store
from tests.store.made import line, oid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "facts.sqlite"


def test_a_new_store_makes_its_folder_and_is_not_rebuilt(path):
    with Store.open(path) as store:
        assert not store.rebuilt
    with Store.open(path) as store:
        assert not store.rebuilt


def test_what_was_stored_is_there_when_opened_again(path):
    with Store.open(path) as store:
        store.add_commits(store.repository("a", "a"), line("x", "y"))
    with Store.open(path) as store:
        assert store.known_commits(store.repository("a", "a")) == {oid("x"), oid("y")}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meta SET value = '0' WHERE key = 'version'",
        "UPDATE meta SET value = 'other' WHERE key = 'shape'",
        "DELETE FROM meta",
        "CREATE TABLE of_long_ago (commit_id REFERENCES commits)",
    ],
)
def test_another_version_or_shape_is_made_anew_and_keeps_history(path, change):
    told = Round(0, "T", 7, 8, ())
    with Store.open(path) as store:
        repo = store.repository("a", "a")
        store.add_commits(repo, line("x", "y"))
        store.cache_comparison("f", "{}")
        store.finish_refresh(store.start_refresh(repo, 5), finished=6, head=oid("y"), new_commits=2, outcome="ok")
        told = store.record.add(told)
        log = store.refreshes()
    with sqlite3.connect(path) as connection:
        connection.execute(change)
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
    connection.close()
    with Store.open(path) as store:
        assert store.rebuilt
        assert store.known_commits(store.repository("a", "a")) == set()
        assert store.mined_head(store.repository("a", "a")) is None
        assert store.cached_comparison("f") is None
        assert store.refreshes() == log and log[0].new_commits == 2
        assert store.record.newest(9) == [told]
    with Store.open(path) as store:
        assert not store.rebuilt


@pytest.mark.parametrize("history", ["there", "of an earlier Diptych"])
def test_whoever_only_looks_leaves_facts_of_another_version_and_the_note_to_the_next(path, history):
    with Store.open(path) as store:
        store.add_commits(store.repository("a", "a"), line("x", "y"))
        told = store.record.add(Round(0, "T", 7, 8, ()))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
        if history != "there":
            connection.execute("DROP TABLE visits")
    connection.close()
    with Store.open(path, rebuild=False) as store:
        assert not store.rebuilt
        assert store.record.newest(9) == [told]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT COUNT(*) FROM commits").fetchone() == (2,)
    connection.close()
    with Store.open(path) as store:
        assert store.rebuilt


def test_whoever_only_looks_makes_a_new_database_whole(path):
    path.parent.mkdir()
    path.touch()
    with Store.open(path, rebuild=False) as store:
        assert store.record.newest(9) == []
    with Store.open(path) as store:
        assert not store.rebuilt
        assert store.known_commits(store.repository("a", "a")) == set()


def test_a_newer_version_is_left_alone(path):
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'version'", (str(schema.VERSION + 1),))
    connection.close()
    with pytest.raises(StoreTooNew, match="newer") as caught:
        Store.open(path)
    assert caught.value.hint


def test_a_file_that_is_no_database_is_damaged(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"Dear diary, " * 500)
    with pytest.raises(StoreDamaged, match=r"notes\.txt") as caught:
        Store.open(path)
    assert "move it away" in str(caught.value.hint)
    assert path.read_bytes().startswith(b"Dear diary")


def test_a_torn_database_is_damaged(path):
    with Store.open(path) as store:
        store.add_commits(store.repository("a", "a"), line(*map(str, range(500))))
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(StoreDamaged), Store.open(path) as store:
        store.known_commits(1)


def test_the_database_of_another_program_is_not_touched(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE precious (x)")
    connection.close()
    with pytest.raises(StoreForeign, match="another program"):
        Store.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("precious",)]
    connection.close()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    with pytest.raises(StoreError, match="could not be read or written") as caught:
        Store.open(tmp_path)
    assert caught.value.hint


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="could not be made"):
        Store.open(tmp_path / "file" / "facts.sqlite")


def test_a_store_locked_for_too_long_is_busy(path):
    Store.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path, busy_seconds=0.05) as store:
        with pytest.raises(StoreBusy, match="in use") as caught:
            store.repository("a", "a")
        assert caught.value.hint
        # Readers are not blocked by a writer.
        assert store.repositories() == []
    other.close()


def test_a_writer_keeps_others_from_writing_before_it_has_read_anything(path):
    with Store.open(path) as first, Store.open(path, busy_seconds=0.05) as second:
        with first._database.writing(), pytest.raises(StoreBusy):
            second.repository("a", "a")
        assert second.repository("a", "a") == 1


def test_a_transaction_that_raises_stores_nothing(store, repo):
    good, bad = line("x", "y")
    with pytest.raises(OverflowError):
        store.add_commits(repo, [good, bad._replace(author=bad.author._replace(time=2**70))])
    assert store.known_commits(repo) == set()


def test_the_connection_is_as_safe_and_fast_as_promised(store):
    with store._database.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}
