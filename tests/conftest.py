"""Guards for all tests: nothing of the user's home, of git's configuration or of the network reaches them.

`tests/test_guards.py` shows that each one holds.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import stamina
from hypothesis import settings

# No test is timed: a machine that is busy with other things is no defect.
settings.register_profile("diptych", deadline=None)
settings.load_profile("diptych")


class NetworkRefused(Exception):
    """A test tried to reach another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `tests/gold.py` needs to be told."""
    parser.addoption("--update-gold", action="store_true", help="accept what tests produce as their new gold")


def pytest_configure() -> None:
    """Heed interrupts also where a shell that runs the tests in the background has them ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _home_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the session a home, and git a configuration, that are empty and its own."""
    home = tmp_path_factory.mktemp("home")
    (home / "gitconfig").touch()
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("GIT_", "DIPTYCH_HOME"))]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
        patch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
        patch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        _forget_libgit2_paths()
        yield home


def _forget_libgit2_paths() -> None:
    # libgit2 has fixed its search paths when it was loaded, before the environment above was set.
    if importlib.util.find_spec("pygit2") is None:
        return
    import pygit2

    levels = pygit2.enums.ConfigLevel
    for level in (levels.SYSTEM, levels.XDG, levels.GLOBAL):
        pygit2.settings.search_path[level] = ""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse connections to anything but this machine; git's own children are kept off by tests using file://."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _only_here(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", _only_here(socket.socket.connect_ex))
        yield


def _only_here(connect: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            raise NetworkRefused(f"a test wants to reach {address[0]}")
        return connect(self, address)

    return guarded


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """Let retries happen, but without a pause."""
    with stamina.set_testing(True, attempts=3, cap=True):
        yield
