"""From what a user calls a commit to the commit, and from one tree to another."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.errors import BadMoment, MineError
from analyzer.mine.trees import resolve, tree_changes
from analyzer.model.change import TreeChange
from tests.mine.conftest import Built
from tests.repos import RepoBuilder, git


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> RepoBuilder:
    repo = RepoBuilder(tmp_path_factory.mktemp("trees") / "repo")
    first = repo.commit({"a": "1\n"})
    second = repo.commit({"a": "2\n"})
    repo.commit({"b": "1\n"}, branch="feature/x", parents=(first,))
    repo.tag("1.0", first)
    repo.tag("light", second, annotated=False)
    repo.tag("main", first)
    repo.tag("abcd", second)
    repo.build()
    return repo


def test_tags_branches_and_hashes_are_found(repo: RepoBuilder) -> None:
    assert resolve(repo.path, "1.0") == repo.sha(1)
    assert resolve(repo.path, "light") == repo.sha(2)
    assert resolve(repo.path, "abcd") == repo.sha(2)
    assert resolve(repo.path, "feature/x") == repo.sha(3)
    assert resolve(repo.path, repo.sha(2)) == repo.sha(2)
    assert resolve(repo.path, repo.sha(2)[:7].upper()) == repo.sha(2)


def test_a_tag_goes_before_a_branch_of_the_same_name(repo: RepoBuilder) -> None:
    assert resolve(repo.path, "main") == repo.sha(1)


@pytest.mark.parametrize(
    "text",
    ["", " ", "v1.0", "HEAD", "main~1", "main^", "1.0^{commit}", "@", ":/Commit", "refs/heads/main", "heads/main",
     "../heads/main", "--all", "-n1", "main..light", "a\0b", "1.0\n", "*", "mai", "feature", "fff", "ffffffff",
     "main@{1}", "0" * 40, "0" * 41, "\ud800", "x" * 5000],
)  # fmt: skip
def test_anything_else_is_no_commit(repo: RepoBuilder, text: str) -> None:
    assert resolve(repo.path, text) is None


@given(st.text())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_it_fail(repo: RepoBuilder, text: str) -> None:
    assert resolve(repo.path, text) in (None, repo.sha(1), repo.sha(2), repo.sha(3))


def test_hashes_of_trees_and_blobs_are_no_commits(repo: RepoBuilder) -> None:
    for expression in ("light:a", "light^{tree}", "1.0"):
        assert resolve(repo.path, git(repo.path, "rev-parse", expression).decode().strip()) is None


def test_a_tag_of_a_tree_is_no_commit(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    repo.commit({"a": "1"})
    git_dir = repo.build()
    git(git_dir, "update-ref", "refs/tags/tree", git(git_dir, "rev-parse", "main^{tree}").decode().strip())
    assert resolve(git_dir, "tree") is None


def test_digits_that_fit_several_commits_ask_for_more(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    marks = [repo.commit({"a": f"{number}\n"}) for number in range(700)]
    git_dir = repo.build()
    shas = sorted(repo.sha(mark) for mark in marks)
    one, two = next((a, b) for a, b in itertools.pairwise(shas) if a[:4] == b[:4])
    with pytest.raises(BadMoment, match="fits 2 commits") as caught:
        resolve(git_dir, one[:4])
    assert one in str(caught.value.hint)
    assert two in str(caught.value.hint)
    assert resolve(git_dir, one[:12]) == one


def test_two_trees_differ_by_path_with_renames_taken_apart(built: Built) -> None:
    repo = built("rename_chain")
    blob = git(repo.path, "rev-parse", f"{repo.sha(2)}:b.py").decode().strip()
    first = git(repo.path, "rev-parse", f"{repo.sha(1)}:a.py").decode().strip()
    assert tree_changes(repo.path, repo.sha(1), repo.sha(2)) == [
        TreeChange("a.py", first, None),
        TreeChange("b.py", None, blob),
    ]
    assert tree_changes(repo.path, repo.sha(1), repo.sha(4)) == []


def test_a_link_that_becomes_a_file_enters_the_tree(built: Built) -> None:
    repo = built("symlinks")
    (change,) = tree_changes(repo.path, repo.sha(1), repo.sha(2))
    assert (change.path, change.old_blob) == ("link.py", None)
    assert change.new_blob == git(repo.path, "rev-parse", f"{repo.sha(2)}:link.py").decode().strip()


def test_unknown_commits_are_errors(repo: RepoBuilder) -> None:
    with pytest.raises(MineError):
        tree_changes(repo.path, repo.sha(1), "1" * 40)
