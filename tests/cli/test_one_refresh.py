"""One refresh of a watch as a process."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from analyzer.cli import one_refresh
from analyzer.cli.one_refresh import OneRefresh

STUBBORN = """
import pathlib, signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
pathlib.Path("begun").touch()
time.sleep(600)
"""


@pytest.fixture
def stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return what makes a script stand in for this program, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def put(script: str) -> None:
        (tmp_path / "python").write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
        (tmp_path / "python").chmod(0o755)
        monkeypatch.setattr(one_refresh.sys, "executable", str(tmp_path / "python"))

    return put


def once_begun(seconds: float) -> bool:
    time.sleep(seconds / 10)
    return Path("begun").exists()


@pytest.mark.parametrize("code", [0, 1, 4])
def test_its_exit_code_is_that_of_the_command(stands_in, code: int) -> None:
    stands_in(f"import sys\nassert sys.argv[1:] == ['-P', '-m', 'analyzer', '--quiet', 'run']\nsys.exit({code})")
    assert OneRefresh(["--quiet", "run"], lambda _: False).run(lambda: None) == code


def test_one_that_the_system_kills_has_the_exit_code_of_a_shell(stands_in) -> None:
    stands_in("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    assert OneRefresh([], lambda _: False).run(lambda: None) == 128 + signal.SIGKILL


def test_one_that_does_not_end_when_asked_is_killed_with_all_it_started(stands_in) -> None:
    stands_in(STUBBORN)
    assert OneRefresh([], once_begun, patience=0.1).run(lambda: None) == 130


def test_one_that_comes_to_its_end_when_asked_has_its_own_exit_code(stands_in) -> None:
    stands_in(STUBBORN.replace("time.sleep(600)", "import sys; sys.exit(4)"))
    assert OneRefresh([], once_begun).run(lambda: None) == 4


def test_somebody_is_told_now_and_then_that_it_goes_on(stands_in, monkeypatch: pytest.MonkeyPatch) -> None:
    stands_in("import pathlib, time\nwhile not pathlib.Path('enough').exists(): time.sleep(0.01)")
    monkeypatch.setattr(one_refresh, "BEAT", 0)
    told = []

    def alive() -> None:
        told.append(threading.current_thread())
        Path("enough").touch()

    assert OneRefresh([], lambda _: False).run(alive) == 0
    assert told


def test_one_whose_watch_fails_is_ended_before_the_error_goes_on(stands_in, monkeypatch: pytest.MonkeyPatch) -> None:
    stands_in(STUBBORN.replace("touch()", "write_text(str(__import__('os').getpid()))"))
    monkeypatch.setattr(one_refresh, "BEAT", 0)

    def alive() -> None:
        if once_begun(0):
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        OneRefresh([], lambda _: False, patience=0.1).run(alive)
    with pytest.raises(ProcessLookupError):
        os.kill(int(Path("begun").read_text(encoding="utf-8")), 0)
