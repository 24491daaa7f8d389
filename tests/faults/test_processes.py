"""Processes that are killed, run out of room, or run beside each other come to the end of an undisturbed run."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.scene import Process, answers, configure, history
from tests.hostile.place import Place

FULL = 60_000
"""Bytes that a file may have where the disk is full: less than the facts take."""


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes, list[object]]:
    """The address of a repository, and page and answers of a workspace that nothing happened to."""
    place = Place(tmp_path_factory.mktemp("calm"))
    remote = history(place.root / "one.git", commits=60, bulk=300_000).build().as_uri()
    configure(place.workspace, remote)
    assert Process(place.workspace).run("run").code == 0
    return remote, page(place), answers(place)


def page(place: Place) -> bytes:
    return (place.workspace / "reports" / "one.html").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("children", [True, False])
def test_killed_again_and_again_it_comes_to_the_same_report(
    calm: tuple[str, bytes, list[object]], tmp_path: Path, children: bool
) -> None:
    remote, expected, told = calm
    place = Place(tmp_path)
    configure(place.workspace, remote)
    chance, kills = random.Random(3), 0
    for _ in range(8):
        with Process(place.workspace).start("run") as process:
            # As soon as something new is in the cache, and a little later: so each kill hits a later stage.
            state, end = size(place), time.monotonic() + 60
            while process.poll() is None and size(place) == state and time.monotonic() < end:
                time.sleep(0.002)
            time.sleep(chance.random())
            if process.poll() is None:
                kills += 1
                os.killpg(process.pid, signal.SIGKILL) if children else process.kill()
            process.communicate()
        if not process.returncode:
            break
    assert kills >= 2
    ran = Process(place.workspace).run("run")
    assert ran.code == 0, ran.err
    assert page(place) == expected
    assert answers(place) == told


def size(place: Place) -> int:
    """Return how many bytes the cache has; what moves while one looks does not count."""
    total = 0
    for folder, _, names in os.walk(place.workspace / "cache"):
        for name in names:
            try:
                total += Path(folder, name).stat().st_size
            except OSError:
                continue
    return total


@pytest.mark.slow
@pytest.mark.parametrize("limit", [FULL, 8_000, 400_000])
def test_a_full_disk_is_told_and_nothing_is_lost(
    calm: tuple[str, bytes, list[object]], tmp_path: Path, limit: int
) -> None:
    remote, expected, told = calm
    place = Place(tmp_path)
    configure(place.workspace, remote)

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ran = Process(place.workspace).run("run", before=full)
    assert ran.code == 1, ran.err
    assert "Traceback" not in ran.err and "defect" not in ran.err
    assert Process(place.workspace).run("run").code == 0
    assert page(place) == expected
    assert answers(place) == told


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 600 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if (
        os.geteuid()
        or shutil.which("mount") is None
        or subprocess.run(words, capture_output=True, check=False).returncode
    ):
        pytest.skip("only root can make a small file system, and not everywhere")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
def test_a_small_file_system_is_told_in_one_line_and_with_room_it_comes_to_the_same_end(
    calm: tuple[str, bytes, list[object]], small_disk: Path
) -> None:
    configure(small_disk / "ws", calm[0])
    place = Place(small_disk)
    for size in ("600k", "1500k", "2500k"):
        subprocess.run(["mount", "-o", f"remount,size={size}", str(small_disk)], check=True)
        ran = Process(place.workspace).run("run")
        if ran.code == 0:
            break
        assert ran.code == 1, ran.err
        assert sum(line.startswith("error: ") for line in ran.err.splitlines()) == 1
        assert "hint: " in ran.err
    else:
        subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    assert size != "600k"
    assert Process(place.workspace).run("run").code == 0
    assert page(place) == calm[1]
    assert answers(place) == calm[2]
    assert not list((place.workspace / "cache").glob("*damaged*"))


@pytest.mark.slow
def test_two_at_once_come_to_the_same_end(calm: tuple[str, bytes, list[object]], tmp_path: Path) -> None:
    remote, expected, told = calm
    place = Place(tmp_path)
    configure(place.workspace, remote)
    running = [Process(place.workspace).start("run") for _ in range(2)]
    ended = [(process.communicate(), process.returncode) for process in running]
    # One may leave to the other what the other is at.
    assert 0 in [code for _, code in ended]
    assert all(code in (0, 1) and "Traceback" not in err for (_, err), code in ended), ended
    assert Process(place.workspace).run("run").code == 0
    assert page(place) == expected
    assert answers(place) == told
