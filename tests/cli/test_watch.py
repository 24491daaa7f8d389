"""`diptych watch`, as a user starts it: a process of its own, stopped by a signal."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.repos import RepoBuilder

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def home(tmp_path: Path) -> Path:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "# one\nx = 1\n"})
    url = builder.build().as_uri()
    text = f'title = "One"\n[[repository]]\nurl = "{url}"\n[schedule]\nevery = "6h"\n'
    (tmp_path / "diptych.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes what it is told and never answers: what is read from it is never at its end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"git://127.0.0.1:{server.getsockname()[1]}/never.git"


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return what starts a watch; whatever a test leaves behind is killed."""
    started = []

    def run(*words: str, jobs: str = "2") -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "analyzer", "--workspace", str(home), "--jobs", jobs]
        command += ["--log-format", "json", "watch", *words]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        started.append(process)
        # One that hangs is to fail its test, not to hold up all others.
        guard = threading.Timer(120, process.kill)
        guard.daemon = True
        guard.start()
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def until(process: subprocess.Popen[str], event: str) -> list[dict[str, object]]:
    """Return the lines of the log up to the first with this event; all of them are JSON."""
    assert process.stderr is not None
    found = []
    for line in process.stderr:
        found.append(json.loads(line))
        if found[-1]["event"] == event:
            return found
    pytest.fail(f"no {event} among {found}")


Start = Callable[..., subprocess.Popen[str]]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_refreshes_waits_and_stops_on_a_signal(home: Path, start: Start, number: signal.Signals) -> None:
    process = start()
    begun = until(process, "waiting")
    assert [one["event"] for one in begun] == ["begun", "ended", "waiting"]
    assert begun[1]["exit_code"] == 0
    health = json.loads((home / "cache" / "health.json").read_text(encoding="utf-8"))
    assert (health["state"], health["pid"]) == ("waiting", process.pid)
    assert health["due"] == begun[2]["due"]
    process.send_signal(number)
    assert until(process, "stopped")[-1]["refreshes"] == 1
    assert process.wait() == 0
    health = json.loads((home / "cache" / "health.json").read_text(encoding="utf-8"))
    assert (health["state"], health["last"]["exit_code"]) == ("stopped", 0)
    assert (home / "reports" / "one.html").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_in_the_middle_of_a_refresh_ends_it_and_the_next_begins_at_once(
    home: Path, start: Start, silent: str, number: signal.Signals
) -> None:
    told = (home / "diptych.toml").read_text(encoding="utf-8")
    (home / "diptych.toml").write_text(f'{told}[[repository]]\nurl = "{silent}"\n', encoding="utf-8")
    process = start()
    until(process, "begun")
    process.send_signal(number)
    assert [one["event"] for one in until(process, "stopped")] == ["error", "abandoned", "stopped"]
    assert process.wait() == 0
    health = json.loads((home / "cache" / "health.json").read_text(encoding="utf-8"))
    assert (health["state"], health["last"]["exit_code"]) == ("stopped", 130)
    (home / "diptych.toml").write_text(told, encoding="utf-8")
    process = start("--rounds", "1")
    assert [one["event"] for one in until(process, "ended")] == ["begun", "ended"]
    assert process.wait() == 0


def test_a_refresh_that_fails_is_told_and_the_loop_goes_on(home: Path, start: Start) -> None:
    (home / "one.git").rename(home / "away.git")
    process = start()
    told = until(process, "waiting")
    assert [one["event"] for one in told] == ["begun", "error", "ended", "waiting"]
    assert told[2]["exit_code"] == 1
