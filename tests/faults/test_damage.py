"""A damaged database is put aside and read again, a damaged mirror cloned anew: to the same figures."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.store.store import Store
from tests.faults.scene import answers, configure, history, told_in_a_line
from tests.hostile.place import Place

Damage = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, list[object]]:
    """A place whose workspace holds all facts, and the answers."""
    place = Place(tmp_path_factory.mktemp("whole"))
    remote = history(place.root / "remote.git").build().as_uri()
    configure(place.workspace, remote)
    for _ in range(2):
        assert place.run("refresh").code == 0
    return place, answers(place)


@pytest.fixture
def copy(whole: tuple[Place, list[object]], tmp_path: Path) -> Place:
    shutil.copytree(whole[0].workspace, tmp_path / "ws")
    return Place(tmp_path)


def truncate(path: Path, chance: random.Random) -> None:
    size = path.stat().st_size
    _open(path)
    with path.open("r+b") as file:
        file.truncate(chance.randrange(size))


def flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(20):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    _open(path)
    path.write_bytes(content)


def overwrite(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    start = chance.randrange(len(content))
    _open(path)
    path.write_bytes(content[:start] + chance.randbytes(min(20_000, len(content) - start)) + content[start + 20_000 :])


def empty(path: Path, _chance: random.Random) -> None:
    _open(path)
    path.write_bytes(b"")


def _open(path: Path) -> None:
    path.chmod(0o644)  # git writes packs that nobody may change


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("damage", [truncate, flip, overwrite, empty])
def test_a_damaged_database(whole: tuple[Place, list[object]], copy: Place, damage: Damage, seed: int) -> None:
    """Where SQLite does not notice, as it may with single bits, nobody can; `diptych verify` does."""
    database = copy.workspace / "cache" / "diptych.sqlite"
    damage(database, random.Random(seed))
    for words in (("show", "commits", "--json"), ("show", "lines", "--by", "file", "--json"), ("refresh",)):
        ran = copy.run(*words)
        assert ran.code in (0, 1), ran.err
        if ran.code:
            told_in_a_line(ran, hint=False)
            assert "diptych.sqlite" in ran.err
    if not aside(copy):
        for path in database.parent.glob("diptych.sqlite*"):
            path.unlink()
    assert answers(copy) == whole[1]


def aside(place: Place) -> list[Path]:
    """Return the databases that were put aside."""
    return [path for path in (place.workspace / "cache").glob("diptych.sqlite.damaged-*") if path.name[-1] == "Z"]


def zero_header(path: Path, _chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.write(bytes(100))


def scribble_on_every_third_page(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for start in range(3 * size, len(content), 3 * size):
        content[start : start + size] = chance.randbytes(size)
    path.write_bytes(content)


def cut_in_half(path: Path, _chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def another_file(path: Path, chance: random.Random) -> None:
    path.write_bytes(b"no database" + chance.randbytes(50_000))


@pytest.mark.slow
@pytest.mark.parametrize("damage", [zero_header, scribble_on_every_third_page, cut_in_half, another_file])
@pytest.mark.parametrize("first", [("refresh",), ("report",), ("show", "commits", "--json"), ("history",)])
def test_a_damaged_database_is_put_aside_and_read_again(
    whole: tuple[Place, list[object]], copy: Place, damage: Damage, first: tuple[str, ...]
) -> None:
    before = recorded(copy)
    assert before
    database = copy.workspace / "cache" / "diptych.sqlite"
    damage(database, random.Random(5))
    content = database.read_bytes()
    ran = copy.run(*first)
    assert ran.code == 0, ran.err
    (told,) = [line for line in ran.err.splitlines() if "damaged" in line]
    (old,) = aside(copy)
    assert f"it is kept as {old.name}, everything is read again from the mirrors" in told
    assert "the record of 2 refreshes is taken back" in told
    assert old.read_bytes() == content
    assert answers(copy) == whole[1]
    assert recorded(copy)[-2:] == before
    assert len(aside(copy)) == 1


def recorded(place: Place) -> list[object]:
    """Return the record of refreshes, tags and all, newest first."""
    with Store.open(place.workspace / "cache" / "diptych.sqlite") as store:
        rounds = store.record.newest(100)
        tags = [store.record.tags(visit.location, made.number) for made in rounds for visit in made.visits]
    return [*zip(rounds, tags, strict=True)]


@pytest.mark.slow
def test_what_changed_is_told_after_damage_as_without(whole: tuple[Place, list[object]], tmp_path: Path) -> None:
    chance = random.Random(2)
    builder = history(tmp_path / "one.git")
    configure(tmp_path / "calm", builder.build().as_uri())
    calm, hurt = Place(tmp_path / "a"), Place(tmp_path / "b")
    (tmp_path / "a").mkdir()
    (tmp_path / "calm").rename(calm.workspace)
    assert calm.run("run").code == 0
    builder.tag("2.0", builder.commit({"new.py": "# new\nx = 1\n"}, by="New <new@example.org>"))
    builder.build()
    shutil.copytree(calm.root, hurt.root)
    scribble_on_every_third_page(hurt.workspace / "cache" / "diptych.sqlite", chance)
    told = []
    for place in (calm, hurt):
        path = place.root / "out.json"
        assert place.run("run", "--format", "json", "--output", str(path)).code == 0
        told.append(json.loads(path.read_text(encoding="utf-8")))
    assert len(aside(hurt)) == 1 and not aside(calm)
    for one in told:
        one["since"].pop("after")
    assert told[0]["since"]["changes"][0]["releases"] == ["2.0"]
    assert told[0] == told[1]


@pytest.mark.slow
def test_a_damaged_database_that_another_process_has_open_stays_where_it_is(copy: Place) -> None:
    """A new one in its place would lose its log when that process ends."""
    database = copy.workspace / "cache" / "diptych.sqlite"
    script = (
        f"import sqlite3, sys; c = sqlite3.connect({str(database)!r}); "
        "c.execute('select count(*) from commits').fetchall(); print('open', flush=True); sys.stdin.read()"
    )
    words = [sys.executable, "-c", script]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"open\n"
        scribble_on_every_third_page(database, random.Random(5))
        ran = copy.run("show", "lines", "--by", "file", "--json")
        told_in_a_line(ran)
        assert "in use by another process" in ran.err
        assert not aside(copy)
        other.communicate(b"")
    assert copy.run("show", "lines", "--by", "file", "--json").code == 0
    assert len(aside(copy)) == 1


@pytest.mark.slow
def test_neither_a_lock_nor_another_programs_database_nor_a_full_disk_is_damage(copy: Place) -> None:
    database = copy.workspace / "cache" / "diptych.sqlite"
    with sqlite3.connect(database) as connection:
        connection.execute("begin immediate")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Store.open.__func__, "__kwdefaults__", {"busy_seconds": 0.1, "rebuild": True})  # type: ignore[attr-defined]
            told_in_a_line(copy.run("refresh"))
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("analyzer.store.rounds._add", _raising(full))
        ran = copy.run("refresh")
        assert ran.code == 1 and "make room" in ran.err
    database.unlink()
    with sqlite3.connect(database) as connection:
        connection.execute("create table other (x)")
    ran = copy.run("show", "commits")
    assert ran.code == 1 and "another program" in ran.err
    assert not aside(copy)


def _raising(error: Exception) -> Callable[..., object]:
    def fail(*_words: object) -> object:
        raise error

    return fail


@pytest.mark.slow
@pytest.mark.parametrize("name", ["diptych.sqlite-wal", "diptych.sqlite-shm", "diptych.sqlite-journal"])
def test_strange_files_beside_the_database_change_no_figure(
    whole: tuple[Place, list[object]], copy: Place, name: str
) -> None:
    (copy.workspace / "cache" / name).write_bytes(random.Random(1).randbytes(40_000))
    assert answers(copy) == whole[1]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", ["pack", "idx"])
@pytest.mark.parametrize("damage", [truncate, flip, overwrite, empty])
def test_a_damaged_pack(whole: tuple[Place, list[object]], copy: Place, damage: Damage, kind: str, seed: int) -> None:
    (mirror,) = (copy.workspace / "cache" / "mirrors").rglob("remote.git")
    for pack in mirror.rglob(f"*.{kind}"):
        damage(pack, random.Random(seed))
    for path in (copy.workspace / "cache").glob("diptych.sqlite*"):
        path.unlink()
    ran = copy.run("refresh")
    assert ran.code == 0, ran.err
    assert "its mirror is damaged and is cloned anew" in ran.err
    assert answers(copy) == whole[1]
    assert "damaged" not in copy.run("refresh").err


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("damage", [truncate, flip, overwrite, empty])
def test_a_pack_that_is_damaged_when_facts_are_there_is_mended_once_it_is_read(
    whole: tuple[Place, list[object]], copy: Place, damage: Damage, seed: int
) -> None:
    (mirror,) = (copy.workspace / "cache" / "mirrors").rglob("remote.git")
    for pack in mirror.rglob("*.pack"):
        damage(pack, random.Random(seed))
    # At this tag nobody looked at the tree yet: its contents are read, or taken down as such that cannot be.
    words = ("show", "docstring_coverage", "--as-of", "1.0", "--json")
    for _ in range(2):
        assert copy.run(*words).code in (0, 1)
        assert copy.run("refresh").code in (0, 1)
    again, calm = copy.run(*words), whole[0].run(*words)
    assert (again.code, again.out) == (0, calm.out), again.err
    assert answers(copy) == whole[1]
