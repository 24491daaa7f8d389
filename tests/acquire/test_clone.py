"""A clone that is killed, at any moment and in any way, leaves nothing or a whole mirror."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from analyzer.acquire.held import look
from analyzer.acquire.location import Location
from analyzer.acquire.mirror import acquire
from analyzer.acquire.place import has_leftovers, place
from analyzer.model.repository import RepositorySpec
from tests.acquire.conftest import Heard
from tests.repos import RepoBuilder, git

SCRIPT = """
import sys
from pathlib import Path
from analyzer.acquire.mirror import acquire
from analyzer.model.repository import RepositorySpec
from analyzer.progress import Silent
print("ready", flush=True)
acquire(RepositorySpec("tool", sys.argv[1]), Path(sys.argv[2]), Silent(), base=Path("/"))
"""
# Runs the remote's `git pack-objects`: says that it was started, and goes on only when it is told to.
WRAPPER = """#!/bin/sh
touch "{folder}/started"
while [ ! -e "{folder}/serve" ]; do sleep 0.02; done
"$@"
touch "{folder}/ended"
"""


class Run:
    """An acquisition in a process group of its own."""

    def __init__(self, location: Location, mirrors: Path) -> None:
        words = [sys.executable, "-c", SCRIPT, location.url, str(mirrors)]
        self.process = subprocess.Popen(
            words, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"ready\n"

    def kill(self, *, with_children: bool) -> None:
        if with_children:
            os.killpg(self.process.pid, signal.SIGKILL)
        else:
            self.process.kill()
        self.process.communicate()


def wait_for(file: Path) -> None:
    end = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < end, f"{file} never came"
        time.sleep(0.01)


@pytest.fixture
def slow(tmp_path: Path, use_config: Callable[[str, str], None]) -> Iterator[Path]:
    """Make clones (not the question before them) wait for a file `serve` in the folder that this returns."""
    folder = tmp_path / "slow"
    folder.mkdir()
    wrapper = folder / "pack-objects"
    wrapper.write_text(WRAPPER.format(folder=folder))
    wrapper.chmod(0o755)
    use_config("uploadpack.packObjectsHook", str(wrapper))
    yield folder
    (folder / "serve").touch()


def check_whole(path: Path, remote: RepoBuilder) -> None:
    git(path, "fsck", "--full", "--connectivity-only")
    held = look(path)
    assert held is not None
    there = git(remote.path, "rev-parse", "main", "1.0", "side-1").decode().split()
    assert [held.refs[name] for name in ("refs/heads/main", "refs/tags/1.0", "refs/tags/side-1")] == there


@pytest.mark.parametrize("with_children", [True, False])
def test_after_a_kill_the_next_run_brings_a_whole_mirror(
    with_children: bool, slow: Path, remote: RepoBuilder, location: Location, tmp_path: Path, heard: Heard
) -> None:
    mirrors = tmp_path / "mirrors"
    path = place(location, mirrors)
    run = Run(location, mirrors)
    wait_for(slow / "started")
    run.kill(with_children=with_children)
    assert not path.exists()
    assert has_leftovers(path)
    (slow / "serve").touch()
    acquire(RepositorySpec("tool", location.url), mirrors, heard, base=tmp_path)
    check_whole(path, remote)
    assert {entry.name for entry in path.parent.iterdir()} <= {"tool.git", "tool.git.lock"}


def test_a_git_that_outlives_its_parent_cannot_touch_the_next_mirror(
    slow: Path,
    remote: RepoBuilder,
    location: Location,
    tmp_path: Path,
    heard: Heard,
    use_config: Callable[[str, str], None],
) -> None:
    mirrors = tmp_path / "mirrors"
    run = Run(location, mirrors)
    wait_for(slow / "started")
    run.kill(with_children=False)
    use_config("uploadpack.packObjectsHook", "env")  # the next run is served at once
    acquire(RepositorySpec("tool", location.url), mirrors, heard, base=tmp_path)
    (slow / "serve").touch()  # only now does the orphan go on
    wait_for(slow / "ended")
    check_whole(place(location, mirrors), remote)


def test_an_interrupted_clone_cleans_up_after_itself(slow: Path, location: Location, tmp_path: Path) -> None:
    mirrors = tmp_path / "mirrors"
    run = Run(location, mirrors)
    wait_for(slow / "started")
    run.process.send_signal(signal.SIGINT)
    (slow / "serve").touch()
    run.process.communicate(timeout=20)
    path = place(location, mirrors)
    assert not path.exists()
    assert not has_leftovers(path)


def test_of_two_runs_at_once_one_clones_and_the_other_finds_the_mirror(
    slow: Path, remote: RepoBuilder, location: Location, tmp_path: Path
) -> None:
    mirrors = tmp_path / "mirrors"
    runs = [Run(location, mirrors), Run(location, mirrors)]
    wait_for(slow / "started")
    (slow / "serve").touch()
    for run in runs:
        run.process.communicate(timeout=20)
    assert [run.process.returncode for run in runs] == [0, 0]
    check_whole(place(location, mirrors), remote)


@pytest.mark.slow
def test_killed_at_any_moment_there_is_nothing_or_a_whole_mirror(
    remote: RepoBuilder, location: Location, tmp_path: Path
) -> None:
    for number in range(200):
        remote.commit({f"{number}.py": f"x = {number}\n" * number})
    remote.build()
    for step in range(24):
        mirrors = tmp_path / f"mirrors{step}"
        run = Run(location, mirrors)
        time.sleep(step * 0.008)
        run.kill(with_children=True)
        path = place(location, mirrors)
        # Which of the two it is depends on the machine's speed; that it is one of them does not.
        if path.exists():
            check_whole(path, remote)
