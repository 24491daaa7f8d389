"""Tags and the commits that they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer.errors import MineError
from analyzer.mine.tags import tags
from analyzer.model.commit import Tag
from tests.mine.conftest import Built
from tests.repos import DAY, EPOCH, RepoBuilder, git


def test_tags_are_peeled_and_dated_by_their_tagger_or_else_their_commit(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a": "1"}, day=1)
    repo.tag("v2.0", mark, day=9)
    repo.tag("v1.0", mark, annotated=False)
    git_dir = repo.build()
    sha = repo.sha(mark)
    assert tags(git_dir) == [Tag("v1.0", sha, EPOCH + DAY), Tag("v2.0", sha, EPOCH + 9 * DAY)]


def test_a_tag_of_a_tag_leads_to_the_commit_and_a_tag_of_a_tree_is_left_out(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a": "1"})
    repo.tag("inner", mark, day=5)
    git_dir = repo.build()
    inner = git(git_dir, "rev-parse", "inner").decode().strip()
    body = f"object {inner}\ntype tag\ntag outer\ntagger Ada <a@b> {EPOCH} +0000\n\nTwice\n".encode()
    old = f"object {repo.sha(mark)}\ntype commit\ntag old\n\nNo tagger\n".encode()
    for name, content in (("outer", body), ("old", old)):
        oid = git(git_dir, "hash-object", "-t", "tag", "--literally", "-w", "--stdin", stdin=content).decode().strip()
        git(git_dir, "update-ref", f"refs/tags/{name}", oid)
    git(git_dir, "update-ref", "refs/tags/tree", git(git_dir, "rev-parse", "main^{tree}").decode().strip())
    sha = repo.sha(mark)
    assert tags(git_dir) == [Tag("inner", sha, EPOCH + 5 * DAY), Tag("old", sha, EPOCH), Tag("outer", sha, EPOCH)]


def test_a_repository_without_commits_has_no_tags(built: Built) -> None:
    assert tags(built("empty").path) == []


def test_a_tag_whose_commit_is_missing_is_an_error(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    mark = repo.commit({"a": "1"})
    repo.tag("1.0", mark)
    git_dir, sha = repo.build(loose=True), repo.sha(mark)
    (git_dir / "objects" / sha[:2] / sha[2:]).unlink()
    with pytest.raises(MineError, match="missing or broken"):
        tags(git_dir)
