"""A session in a workspace of its own, with one worker and nobody listening but the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from analyzer.progress import Silent
from analyzer.session import Session
from analyzer.workspace import Workspace


@dataclass
class Listener(Silent):
    """Keeps what the user would be told."""

    notes: list[str] = field(default_factory=list)

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def session(tmp_path: Path, listener: Listener) -> Session:
    return Session(Workspace(tmp_path / "workspace"), jobs=1, progress=listener, now=1_600_000_000)
