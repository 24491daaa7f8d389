"""A damaged database is renamed with what belongs to it, once, and never while somebody has it open."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.errors import StoreBusy, StoreDamaged
from analyzer.store import dialect
from analyzer.store.aside import put_aside


def damage(path: Path) -> StoreDamaged:
    error = StoreDamaged("damaged")
    error.file = dialect.identity(str(path))
    return error


def test_it_is_renamed_with_what_belongs_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).write_text(ending)
    place = put_aside(path, damage(path), "T")
    assert place == tmp_path / "a.sqlite.damaged-T"
    found = {one.name: one.read_text() for one in tmp_path.glob("a.sqlite*")}
    assert found == {f"a.sqlite.damaged-T{ending}": ending for ending in ("", "-wal", "-shm", "-journal")}


def test_no_name_is_taken_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    places = []
    for number in range(3):
        path.write_text(str(number))
        places.append(put_aside(path, damage(path), "T"))
    assert [place.name for place in places if place] == [f"a.sqlite.damaged-T{more}" for more in ("", "-2", "-3")]
    assert [place.read_text() for place in places if place] == ["0", "1", "2"]


def test_a_new_one_that_another_process_made_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_text("old")
    found = damage(path)
    path.rename(tmp_path / "moved")
    path.write_text("new")
    assert put_aside(path, found, "T") is None
    path.unlink()
    assert put_aside(path, found, "T") is None
    path.write_text("new")
    assert put_aside(path, StoreDamaged("of another file"), "T") is None
    assert path.read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="what is open cannot be renamed there")
def test_while_another_process_has_it_open_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.execute("create table a (x)")
    connection.close()
    script = (
        f"import sqlite3, sys; c = sqlite3.connect({str(path)!r}); c.execute('select * from a').fetchall(); "
        "print('open', flush=True); sys.stdin.read()"
    )
    words = [sys.executable, "-c", script]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"open\n"
        with pytest.raises(StoreBusy, match="in use by another process"):
            put_aside(path, damage(path), "T")
        other.communicate(b"")
    assert put_aside(path, damage(path), "T") is not None
