"""A clone of Diptych in which make finds everything installed, an empty home, and a forge that may be there."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_SOURCES = ("analyzer", "docs", "cache/bundled", "Makefile", "diptych.toml", "setup.cfg", "pyproject.toml")
_PROGRAMS = {"python": "", "diptych": "-m analyzer", "sphinx-build": "-m sphinx"}
_FORGE = "https://github.com/"


class Clone:
    """What `git clone` and the installing in `make report` leave, without asking a registry."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder / "diptych", folder / "home"
        self.home.mkdir()
        for name in _SOURCES:
            source, target = ROOT / name, self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)
        programs = self.folder / ".venv" / "bin"
        programs.mkdir(parents=True)
        for name, words in _PROGRAMS.items():
            (programs / name).write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {words} "$@"\n')
            (programs / name).chmod(0o755)
        later = time.time() + 60
        for name in (".installed", ".installed-dev"):
            # Newer than what make compares them with.
            (self.folder / ".venv" / name).touch()
            os.utime(self.folder / ".venv" / name, (later, later))

    def reach(self, forge: str | None) -> None:
        """Let the forge be at another address; None: nowhere."""
        settings = "" if forge is None else f'[url "{forge}"]\n\tinsteadOf = {_FORGE}\n'
        (self.home / ".gitconfig").write_text(settings)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the clone's or of the machine's, in the clone."""
        kept = {key: os.environ[key] for key in ("TMPDIR",) if key in os.environ}
        nowhere = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
        path = f"{self.folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
        given = {"PATH": path, "HOME": str(self.home), "PYTHONPATH": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(
            words,
            cwd=self.folder,
            env={**kept, **nowhere, **given, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@contextmanager
def daemon(folder: Path) -> Iterator[str]:
    """Serve the repositories below a folder on this machine; yield the address they are below."""
    if subprocess.run(["git", "daemon", "--help"], capture_output=True, check=False).returncode > 1:
        pytest.skip("this git has no daemon")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["git", "daemon", "--export-all", "--reuseaddr", f"--base-path={folder}", "--listen=127.0.0.1"]
    with subprocess.Popen([*words, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as served:
        try:
            wait_for(port)
            yield f"git://127.0.0.1:{port}/"
        finally:
            served.terminate()


def wait_for(port: int) -> None:
    """Wait until something listens at a port of this machine."""
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.02)
    pytest.skip("git daemon does not start here")
