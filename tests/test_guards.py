"""The guards of conftest.py hold."""

import os
import socket
import subprocess
from pathlib import Path

import pytest
import stamina

from tests.conftest import NetworkRefused


def test_the_home_is_an_empty_folder_of_the_session(_home_of_nobody: Path) -> None:
    assert Path.home() == _home_of_nobody
    assert Path("~").expanduser() == _home_of_nobody
    assert os.environ["XDG_CONFIG_HOME"].startswith(str(_home_of_nobody))


def test_git_reads_no_configuration_of_the_user_or_the_machine(tmp_path: Path) -> None:
    listed = subprocess.run(["git", "config", "--list"], cwd=tmp_path, capture_output=True, check=True)
    assert listed.stdout == b""


def test_git_variables_of_the_caller_are_gone() -> None:
    assert {name for name in os.environ if name.startswith("GIT_")} == {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"}


def test_libgit2_looks_for_configuration_nowhere() -> None:
    pygit2 = pytest.importorskip("pygit2")
    levels = pygit2.enums.ConfigLevel
    assert [pygit2.settings.search_path[level] for level in (levels.SYSTEM, levels.XDG, levels.GLOBAL)] == ["", "", ""]


@pytest.mark.parametrize("host", ["192.0.2.1", "example.invalid", "0.0.0.0"])
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_another_machine_is_refused(host: str, method: str) -> None:
    with socket.socket(socket.AF_INET) as one, pytest.raises(NetworkRefused, match=host):
        getattr(one, method)((host, 80))


def test_another_machine_is_refused_over_ipv6() -> None:
    with socket.socket(socket.AF_INET6) as one, pytest.raises(NetworkRefused):
        one.connect(("2001:db8::1", 80))


def test_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 5) as client:
        assert client.getpeername() == server.getsockname()


def test_a_unix_socket_may_be_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of such a socket must be short
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("here")
        server.listen()
        client.connect("here")
        assert client.getpeername() == "here"


def test_retries_do_not_wait() -> None:
    assert stamina.is_testing()
