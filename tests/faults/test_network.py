"""The network is cut in mid-transfer: a proxy before git's own daemon closes, or falls silent, after so many bytes."""

from __future__ import annotations

import json
import random
import select
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from analyzer.acquire import remote, transfer
from tests.clone import wait_for
from tests.faults.scene import answers, configure, history, told_in_a_line
from tests.hostile.place import Place
from tests.repos import RepoBuilder

BULK = 400_000


class Proxy:
    """Passes bytes on to the daemon, and closes a connection after `allowed` bytes of answer, or lets it hang."""

    def __init__(self, daemon: int) -> None:
        self.daemon = daemon
        self.allowed: list[int] = []
        """For the connections to come, one each; without an entry all is passed on."""
        self.cut = 0
        self.silent = False
        """Whether what is cut stays open, without a word."""
        self.over = threading.Event()
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:  # closed at the end of the test
                return
            allowed = self.allowed.pop(0) if self.allowed else None
            threading.Thread(target=self._pass_on, args=(client, allowed), daemon=True).start()

    def _pass_on(self, client: socket.socket, allowed: int | None) -> None:
        with client, suppress(OSError), socket.create_connection(("127.0.0.1", self.daemon)) as upstream:
            passed, open_ends = 0, [client, upstream]
            while upstream in open_ends:
                ready, _, _ = select.select(open_ends, [], [], 60)
                for one in ready:
                    piece = one.recv(4096)
                    if not piece:
                        open_ends.remove(one)
                    elif one is client:
                        upstream.sendall(piece)
                    else:
                        rest = len(piece) if allowed is None else allowed - passed
                        client.sendall(piece[:rest])
                        passed += len(piece)
                        if rest < len(piece):
                            self.cut += 1
                            if self.silent:
                                self.over.wait(60)
                            return
                if not ready:
                    return


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Place, Proxy, RepoBuilder]]:
    """A workspace whose repository is behind the proxy."""
    if subprocess.run(["git", "daemon", "--help"], capture_output=True, check=False).returncode > 1:
        pytest.skip("this git has no daemon")
    builder = history(tmp_path / "served" / "one.git", bulk=BULK)
    builder.path.parent.mkdir()
    builder.build()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [
        "git",
        "daemon",
        "--export-all",
        f"--base-path={tmp_path / 'served'}",
        "--listen=127.0.0.1",
        f"--port={port}",
    ]
    with subprocess.Popen([*words, "--reuseaddr"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as daemon:
        wait_for(port)
        proxy = Proxy(port)
        place = Place(tmp_path)
        configure(place.workspace, f"git://127.0.0.1:{proxy.port}/one.git")
        yield place, proxy, builder
        proxy.over.set()
        proxy.server.close()
        daemon.terminate()


@pytest.mark.slow
@pytest.mark.parametrize("allowed", [0, 10, 300, 5_000, 100_000, BULK - 1_000])
def test_a_clone_that_is_cut_leaves_nothing_and_the_next_run_all(
    served: tuple[Place, Proxy, RepoBuilder], allowed: int
) -> None:
    place, proxy, _ = served
    proxy.allowed = [allowed] * 20
    ran = place.run("refresh", "--history-only")
    assert proxy.cut
    told_in_a_line(ran)
    assert not list((place.workspace / "cache").rglob("*.pack"))
    proxy.allowed = []
    found = answers(place)
    shutil.rmtree(place.workspace / "cache")
    assert answers(place) == found


@pytest.mark.slow
def test_what_is_cut_once_is_tried_again(served: tuple[Place, Proxy, RepoBuilder]) -> None:
    place, proxy, _ = served
    proxy.allowed = [200_000, 50]
    assert place.run("refresh", "--history-only").code == 0
    (row,) = json.loads(place.run("show", "commits", "--json").out)
    assert row["value"] == 15


@pytest.mark.slow
@pytest.mark.parametrize("allowed", [50, 2_000, 200_000])
def test_a_fetch_that_is_cut_keeps_the_last_state_and_says_so(
    served: tuple[Place, Proxy, RepoBuilder], allowed: int
) -> None:
    place, proxy, builder = served
    before = answers(place)
    builder.commit({"more.bin": random.Random(9).randbytes(BULK), "more.py": "x = 1\n" * 50})
    builder.commit({"bulk.bin": None})
    builder.build()
    proxy.allowed = [allowed] * 20
    ran = place.run("refresh")
    assert ran.code in (0, 1, 4)
    assert answers(place) == before if ran.code else True
    proxy.allowed = []
    assert place.run("refresh").code == 0
    (row,) = json.loads(place.run("show", "commits", "--json").out)
    assert row["value"] == 17


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience with a silent host for a second, not for minutes."""
    monkeypatch.setattr(transfer, "SILENCE", 1.0)
    monkeypatch.setattr(remote, "SECONDS", 1.0)


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("allowed", [0, 10, 300, 5_000, 100_000, BULK - 1_000])
def test_a_host_that_falls_silent_holds_nobody_for_ever(served: tuple[Place, Proxy, RepoBuilder], allowed: int) -> None:
    place, proxy, _ = served
    proxy.allowed, proxy.silent = [allowed] * 20, True
    ran = place.run("refresh", "--history-only")
    assert proxy.cut
    told_in_a_line(ran)
    assert "does not answer" in ran.err or "fell silent" in ran.err
    assert not list((place.workspace / "cache").rglob("*.pack"))
    proxy.allowed = []
    found = answers(place)
    shutil.rmtree(place.workspace / "cache")
    assert answers(place) == found


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("allowed", [0, 50, 2_000, 200_000])
def test_a_fetch_from_a_host_that_falls_silent_keeps_the_last_state(
    served: tuple[Place, Proxy, RepoBuilder], allowed: int
) -> None:
    place, proxy, builder = served
    before = answers(place)
    builder.commit({"more.bin": random.Random(9).randbytes(BULK), "more.py": "x = 1\n" * 50})
    builder.build()
    proxy.allowed, proxy.silent = [allowed] * 20, True
    ran = place.run("refresh")
    assert ran.code == 4
    assert "one could not be brought up to date" in ran.err
    assert answers(place) == before
    proxy.allowed = []
    assert place.run("refresh").code == 0
    (row,) = json.loads(place.run("show", "commits", "--json").out)
    assert row["value"] == 16


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
def test_a_silent_host_does_not_keep_the_others_from_being_read(served: tuple[Place, Proxy, RepoBuilder]) -> None:
    place, proxy, builder = served
    place.configure(
        f'[[repository]]\nname = "one"\nurl = "git://127.0.0.1:{proxy.port}/one.git"\n'
        f'[[repository]]\nname = "two"\nurl = "{builder.path.as_uri()}"\n'
    )
    proxy.allowed, proxy.silent = [300] * 20, True
    ran = place.run("refresh", "--history-only")
    assert ran.code == 4
    assert "Up to date: two" in ran.out
    assert "one could not be read" in ran.err


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
def test_a_silent_http_server_holds_nobody_for_ever(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        configure(place.workspace, f"http://127.0.0.1:{silent.getsockname()[1]}/a/b.git")
        told_in_a_line(place.run("refresh"))


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
def test_what_carries_ssh_is_ended_with_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carrier = tmp_path / "carrier"
    carrier.write_text(f'#!/bin/sh\necho $$ >> "{tmp_path}/pids"\nexec sleep 1000\n')
    carrier.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(carrier))
    place = Place(tmp_path)
    configure(place.workspace, "ssh://127.0.0.1/a/b.git")
    told_in_a_line(place.run("refresh"))
    pids = (tmp_path / "pids").read_text().split()
    assert len(pids) == 3
    for _ in range(200):
        left = [pid for pid in pids if "sleep" in _words(pid)]
        if not left:
            break
        time.sleep(0.02)
    assert not left


def _words(pid: str) -> str:
    with suppress(OSError):
        return Path("/proc", pid, "cmdline").read_text()
    return ""
