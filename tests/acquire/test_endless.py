"""A repository on this machine whose git directory has pipes or devices is told at once, and git never opens them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analyzer.acquire.endless import endless
from analyzer.acquire.mirror import acquire
from analyzer.errors import NotARepository
from analyzer.model.repository import RepositorySpec
from analyzer.progress import Silent
from tests.repos import RepoBuilder, git

PLACES = (
    "HEAD",
    "config",
    "packed-refs",
    "refs/heads/x",
    "objects/info/alternates",
    "shallow",
    "commondir",
    "info/grafts",
)


@pytest.fixture
def checkout(remote: RepoBuilder, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "-q", "--template=", remote.path.as_uri(), "checkout")
    return tmp_path / "checkout"


@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize("name", PLACES)
def test_a_pipe_or_a_device_is_told_and_not_opened(checkout: Path, tmp_path: Path, name: str, kind: str) -> None:
    assert endless(checkout) is None
    place = checkout / ".git" / name
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/zero")
    assert endless(checkout) == endless(checkout / ".git") == place
    with pytest.raises(NotARepository, match="a pipe or a device"):
        acquire(RepositorySpec("odd", str(checkout)), tmp_path / "mirrors", Silent(), base=tmp_path)


def test_a_git_file_that_is_a_pipe_is_told(checkout: Path, tmp_path: Path) -> None:
    (checkout / ".git").rename(tmp_path / "moved")
    os.mkfifo(checkout / ".git")
    assert endless(checkout) == checkout / ".git"


def test_what_is_elsewhere_is_looked_at_too(checkout: Path, remote: RepoBuilder, tmp_path: Path) -> None:
    git(checkout, "worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    git(tmp_path, "clone", "-q", "--shared", str(remote.path), "borrowing")
    assert endless(tmp_path / "linked") is endless(tmp_path / "borrowing") is None
    os.mkfifo(checkout / ".git" / "refs" / "heads" / "odd")
    os.mkfifo(remote.path / "objects" / "pack" / "odd.idx")
    assert endless(tmp_path / "linked") == checkout / ".git" / "refs" / "heads" / "odd"
    assert endless(tmp_path / "borrowing") == remote.path / "objects" / "pack" / "odd.idx"


def test_links_in_a_ring_come_to_an_end(checkout: Path) -> None:
    (checkout / ".git" / "ring").symlink_to(".")
    (checkout / ".git" / "commondir").write_text("../.git\n")
    (checkout / ".git" / "objects" / "info").mkdir(exist_ok=True)
    (checkout / ".git" / "objects" / "info" / "alternates").write_text(".\n../objects\n\n")
    assert endless(checkout) is None
