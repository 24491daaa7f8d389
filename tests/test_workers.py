"""What runs in worker processes, and what becomes of a worker that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analyzer import workers
from analyzer.errors import MineError, NotARepository
from analyzer.workers import Workers
from tests.repos import RepoBuilder


def squared(_: Path, number: int) -> int:
    return number * number


def killed(_: Path, number: int) -> int:
    if number:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def answered(_: Path, number: int) -> str:
    return f"{number} {os.getpid()}"


def refused(_: Path, number: int) -> int:
    raise NotARepository(f"chunk {number} is none", hint="take another")


def test_every_chunk_is_answered_once_however_many_work(tmp_path: Path) -> None:
    for jobs in (1, 2):
        with Workers(jobs) as pool:
            assert sorted(pool.each(squared, tmp_path, list(range(20)))) == [number * number for number in range(20)]


def test_no_process_is_started_for_a_single_chunk(tmp_path: Path) -> None:
    with Workers(2) as pool:
        (answer,) = pool.each(lambda _, number: (os.getpid(), number), tmp_path, [1])
    assert answer == (os.getpid(), 1)


def test_a_chunk_that_was_begun_is_done_elsewhere_and_each_has_its_own_answer(tmp_path: Path) -> None:
    with Workers(2) as pool:
        for number in (5, 6):
            pool.begin(answered, tmp_path, number)
        (six,), (four,), (five,) = (list(pool.each(answered, tmp_path, [number])) for number in (6, 4, 5))
        assert [answer.split()[0] for answer in (four, five, six)] == ["4", "5", "6"]
        here = str(os.getpid())
        assert [answer.split()[1] == here for answer in (four, five, six)] == [True, False, False]
        # Asked again it is done again.
        assert list(pool.each(answered, tmp_path, [5])) == [f"5 {here}"]


def test_nothing_is_begun_with_where_there_is_one_job(tmp_path: Path) -> None:
    with Workers(1) as pool:
        pool.begin(answered, tmp_path, 5)
        assert list(pool.each(answered, tmp_path, [5])) == [f"5 {os.getpid()}"]


def test_a_process_that_is_killed_before_it_is_asked_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with Workers(2) as pool, pytest.raises(MineError, match="ended from outside"):
        pool.begin(killed, tmp_path, 1)
        list(pool.each(killed, tmp_path, [1]))
    with Workers(2) as pool, pytest.raises(MineError, match="ended from outside"):
        while True:
            pool.begin(killed, tmp_path, 1)


def test_a_worker_that_is_killed_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with Workers(2) as pool, pytest.raises(MineError) as raised:
        list(pool.each(killed, tmp_path, [0, 1, 2]))
    assert raised.value.hint is not None
    assert "--jobs 1" in raised.value.hint


def test_an_error_comes_back_with_its_kind_and_hint(tmp_path: Path) -> None:
    with Workers(2) as pool, pytest.raises(NotARepository, match="is none") as raised:
        list(pool.each(refused, tmp_path, [1, 2]))
    assert raised.value.hint == "take another"


def test_every_wanted_blob_gives_a_row_also_one_that_is_missing(tmp_path: Path) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "x = 1\n# c\n"}, day=1)
    path = builder.build()
    blob = next(change.new_blob for change in workers.changes(path, [(_head(path), None)])[1])
    assert blob is not None
    rows = {row.blob: row for row in workers.lines(path, [("0" * 39 + "1", "Python"), (blob, "Python")])}
    assert (rows[blob].vector.code, rows[blob].vector.comment) == (1, 1)
    assert rows["0" * 39 + "1"].problem == "broken object"


def test_licences_of_a_blob_that_is_missing_are_none(tmp_path: Path) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "x = 1\n"}, day=1)
    assert workers.licences(builder.build(), ["0" * 39 + "1"]) == {"0" * 39 + "1": ()}


def test_docstrings_of_a_blob_that_is_missing_are_a_row_that_says_so(tmp_path: Path) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "x = 1\n"}, day=1)
    (row,) = workers.docstrings(builder.build(), ["0" * 39 + "1"])
    assert (row.blob, row.problem, sum(row.found)) == ("0" * 39 + "1", "broken object", 0)


def _head(path: Path) -> str:
    return (path / "refs" / "heads" / "main").read_text().strip()


ORPHANS = """
import os, sys
from pathlib import Path
from analyzer.workers import Workers
from tests.test_workers import process_of
if __name__ == "__main__":
    with Workers(2) as pool:
        print(*pool.each(process_of, Path("."), [1, 2, 3, 4]), flush=True)
        sys.stdin.read()
"""


def slow(_: Path, number: int) -> int:
    """Take longer over a chunk than any test waits."""
    if number:
        time.sleep(600)
    return number


def test_after_an_error_nobody_waits_for_the_chunks_in_flight(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Workers(2) as pool:
        for _ in pool.each(slow, tmp_path, [0, 1, 2, 3]):
            raise KeyboardInterrupt


def process_of(_git_dir: Path, _chunk: int) -> int:
    """Return the process in which a chunk is worked on."""
    return os.getpid()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked for in /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    root = str(Path(__file__).parent.parent)
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout is not None
        children = {Path("/proc", word) for word in parent.stdout.readline().decode().split()}
        assert children
        parent.kill()
    end = time.monotonic() + 30
    while any(_lives(child) for child in children):
        assert time.monotonic() < end, "a worker has outlived its parent"
        time.sleep(0.05)


def _lives(process: Path) -> bool:
    try:
        return " Z " not in (process / "stat").read_text()
    except OSError:
        return False
