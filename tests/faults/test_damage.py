"""A damaged database or pack is told in a line; what the hint says to do brings the same figures as before."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.scene import answers, configure, history, told_in_a_line
from tests.hostile.place import Place

Damage = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, list[object]]:
    """A place whose workspace holds all facts, and the answers."""
    place = Place(tmp_path_factory.mktemp("whole"))
    remote = history(place.root / "remote.git").build().as_uri()
    configure(place.workspace, remote)
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
    database = copy.workspace / "cache" / "diptych.sqlite"
    damage(database, random.Random(seed))
    for words in (("show", "commits", "--json"), ("show", "lines", "--by", "file", "--json"), ("refresh",)):
        ran = copy.run(*words)
        assert ran.code in (0, 1), ran.err
        if ran.code:
            told_in_a_line(ran, hint=False)
            assert "diptych.sqlite" in ran.err
    for path in database.parent.glob("diptych.sqlite*"):
        path.unlink()
    assert answers(copy) == whole[1]


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
    if ran.code:
        told_in_a_line(ran)
    shutil.rmtree(mirror)
    assert answers(copy) == whole[1]
