"""A repository on this machine is read in place."""

from pathlib import Path

import pytest

from analyzer.acquire.mirror import acquire
from analyzer.errors import AcquireError, EmptyRepository, NotARepository, RepositoryGone
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.model.uncounted import Reason
from tests.acquire.conftest import Heard
from tests.repos import RepoBuilder, git


@pytest.fixture
def worktree(remote: RepoBuilder, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "-q", "--template=", str(remote.path), "work")
    return tmp_path / "work"


def read(text: str | Path, tmp_path: Path, branch: str | None = None) -> Mirror:
    heard = Heard()
    found = acquire(RepositorySpec("tool", str(text), branch), tmp_path / "mirrors", heard, base=tmp_path)
    assert not (tmp_path / "mirrors").exists()
    assert heard.tasks == []
    return found


def sha(where: Path, name: str) -> str:
    return git(where, "rev-parse", name).decode().strip()


def state(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(file.relative_to(folder)): (file.stat().st_mtime_ns, file.stat().st_size) for file in folder.rglob("*")}


def test_a_worktree_is_read_where_it_lies(worktree: Path, tmp_path: Path) -> None:
    head = sha(worktree, "main")
    assert read("work", tmp_path) == Mirror("tool", str(worktree), worktree / ".git", "main", head, local=True)


def test_a_bare_repository_and_a_git_directory_are_read_where_they_lie(
    remote: RepoBuilder, worktree: Path, tmp_path: Path
) -> None:
    assert read(remote.path, tmp_path).path == remote.path
    assert read(worktree / ".git", tmp_path).path == worktree / ".git"


def test_nothing_in_it_is_changed(worktree: Path, tmp_path: Path) -> None:
    (worktree / "a.py").write_text("changed, so that git would like to refresh its index\n")
    before = state(worktree)
    read("work", tmp_path)
    assert state(worktree) == before


def test_a_linked_worktree_gives_its_own_branch_and_the_shared_objects(worktree: Path, tmp_path: Path) -> None:
    git(worktree, "worktree", "add", "-q", "-b", "side", "../linked", "origin/side/one")
    found = read("linked", tmp_path)
    assert (found.branch, found.head, found.path) == ("side", sha(worktree, "side"), worktree / ".git")


def test_a_detached_head_is_read(worktree: Path, tmp_path: Path) -> None:
    git(worktree, "checkout", "-q", "--detach", "main~1")
    found = read("work", tmp_path)
    assert (found.branch, found.head) == ("HEAD", sha(worktree, "main~1"))


def test_another_branch_can_be_chosen(remote: RepoBuilder, tmp_path: Path) -> None:
    found = read(remote.path, tmp_path, branch="side/one")
    assert (found.branch, found.head) == ("side/one", sha(remote.path, "side/one"))


def test_a_missing_branch_is_told(remote: RepoBuilder, tmp_path: Path) -> None:
    with pytest.raises(AcquireError, match="no branch called 'man'"):
        read(remote.path, tmp_path, branch="man")


def test_a_shallow_and_partial_clone_is_read_with_troubles(remote: RepoBuilder, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", "--template=", remote.path.as_uri(), "shallow")
    git(tmp_path / "shallow", "config", "extensions.partialClone", "origin")
    found = read("shallow", tmp_path)
    assert [trouble.reason for trouble in found.troubles] == [Reason.SHALLOW, Reason.PARTIAL]


def test_an_empty_repository_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--template=", "empty")
    with pytest.raises(EmptyRepository):
        read("empty", tmp_path)


def test_a_folder_within_a_repository_is_not_one(worktree: Path, tmp_path: Path) -> None:
    (worktree / "src").mkdir()
    with pytest.raises(NotARepository) as caught:
        read("work/src", tmp_path)
    assert caught.value.hint


def test_a_file_is_not_a_repository(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes\n")
    with pytest.raises(NotARepository):
        read("notes.txt", tmp_path)


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RepositoryGone, match="no such folder"):
        read("./missing", tmp_path)
