"""A place for each test: home, temporary files and the current folder lie in it, so that nothing is written unseen."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.place import Place


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Return a place; afterwards nothing outside of its workspace has changed, and no program has run."""
    for name in ("ws", "home", "here", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.chdir(tmp_path / "here")
    found = Place(tmp_path)
    # What a test builds there stands when it first asks for it; see `Place.outside`.
    yield found
    assert not [path for path in tmp_path.rglob("canary*") if "ws" not in path.relative_to(tmp_path).parts]
