"""A folder with everything that a hostile repository could reach for, and whether any of it was touched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click.testing

from analyzer.cli.boundary import guarded


@dataclass(frozen=True, slots=True)
class Ran:
    """One command and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a workspace `ws` in it, and strangers' things beside that."""

    root: Path

    @property
    def workspace(self) -> Path:
        """The only folder that Diptych may write to."""
        return self.root / "ws"

    def configure(self, text: str) -> None:
        """Write the workspace's configuration."""
        (self.workspace / "diptych.toml").write_text(text, encoding="utf-8")

    def run(self, *words: str) -> Ran:
        """Run a command in this process, one job, within the workspace; a crash is printed."""
        runner = click.testing.CliRunner()
        with runner.isolation() as (out, err, _):
            code = guarded(["--workspace", str(self.workspace), "--jobs", "1", "--verbose", *words])
            return Ran(code, _text(out), _text(err))

    def outside(self) -> Mapping[str, tuple[int, int, str]]:
        """Return path -> mode, size and content of everything that does not lie in the workspace."""
        found = {}
        for folder, folders, names in os.walk(self.root):
            if Path(folder) == self.root:
                folders.remove("ws")
            for name in (*folders, *names):
                path = Path(folder, name)
                stat = path.lstat()
                content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
                found[str(path.relative_to(self.root))] = (stat.st_mode, stat.st_size if content else 0, content)
        return found


def _text(stream: object) -> str:
    value = stream.getvalue()  # type: ignore[attr-defined]
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value)
