"""Remotes in a temporary folder, and a listener that remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.acquire.location import Location, parse_location
from tests.repos import RepoBuilder, git


class HeardTask:
    """A bar that remembers."""

    def __init__(self, label: str) -> None:
        self.label, self.done, self.all, self.finished = label, 0, None, False

    def advance(self, count: int = 1) -> None:
        assert not self.finished
        self.done += count

    def total(self, count: int) -> None:
        self.all = count

    def finish(self) -> None:
        self.finished = True


class Heard:
    """A listener that remembers."""

    def __init__(self) -> None:
        self.tasks: list[HeardTask] = []
        self.notes: list[str] = []

    def task(self, label: str, total: int | None = None) -> HeardTask:
        self.tasks.append(HeardTask(label))
        return self.tasks[-1]

    def note(self, message: str) -> None:
        self.notes.append(message)

    @property
    def labels(self) -> list[str]:
        return [task.label for task in self.tasks]


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def remote(tmp_path: Path) -> RepoBuilder:
    """A remote with two commits, a side branch, and a tag on each; the caller may add to it and build again."""
    repo = RepoBuilder(tmp_path / "remote" / "tool.git")
    repo.path.parent.mkdir()
    repo.commit({"a.py": "x = 1\n"})
    second = repo.commit({"a.py": "x = 2\n"})
    side = repo.commit({"b.py": "y = 1\n"}, branch="side/one", parents=[second])
    repo.tag("1.0", second)
    repo.tag("side-1", side, annotated=False)
    repo.build()
    return repo


@pytest.fixture
def location(remote: RepoBuilder, tmp_path: Path) -> Location:
    return parse_location(remote.path.as_uri(), base=tmp_path)


@pytest.fixture
def use_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Return a function that sets a key of the user's global git configuration, for this test only."""
    file = tmp_path / "global.gitconfig"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(file))

    def use(key: str, value: str) -> None:
        git(tmp_path, "config", "--file", str(file), key, value)

    return use
