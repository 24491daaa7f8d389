"""What carried facts left out is read from a mirror: commits as recorded, and object ids by path and commit."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from analyzer.mine.again import commits_again, contents_again, has_commit
from tests.repos import RepoBuilder, symlink


def oid(text: str) -> str:
    return hashlib.sha1(f"blob {len(text)}\0{text}".encode()).hexdigest()


@pytest.fixture
def built(tmp_path: Path) -> RepoBuilder:
    builder = RepoBuilder(tmp_path / "one.git")
    first = builder.commit({"a": "1\n", "b": "2\n"}, by="Ada <ada@maths.org>")
    side = builder.commit({"c": "3\n"}, branch="side", parents=[first])
    builder.commit({"b": None, "moved": "2\n"}, parents=[first])
    builder.commit({"c": "3\n"}, parents=[3, side], message="Merge\n\nCo-authored-by: Bob <bob@maths.org>\n")
    builder.commit({"link": symlink("a")})
    builder.build()
    return builder


def test_contents_are_found_before_and_after_a_commit(built: RepoBuilder) -> None:
    root, moved, merge = (built.sha(mark) for mark in (1, 3, 4))
    wanted = [(root, "a", True), (moved, "moved", True), (moved, "b", False), (merge, "c", True)]
    assert contents_again(built.path, wanted) == [oid("1\n"), oid("2\n"), oid("2\n"), oid("3\n")]


def test_what_is_not_there_is_none(built: RepoBuilder) -> None:
    root, last = built.sha(1), built.sha(5)
    wanted = [("ab" * 20, "a", True), (root, "z", True), (root, "a", False), (last, "link", True)]
    assert contents_again(built.path, wanted) == [None, None, None, None]
    assert contents_again(built.path, []) == []


def test_commits_are_read_as_they_were_recorded_and_missing_ones_passed_over(built: RepoBuilder) -> None:
    (one, merge) = commits_again(built.path, [built.sha(1), "ab" * 20, built.sha(4)])
    assert (one.author.name, one.author.email, one.subject) == ("Ada", "ada@maths.org", "Commit 1")
    assert merge.trailers == (("Co-authored-by", "Bob <bob@maths.org>"),)


def test_a_commit_is_there_or_not(built: RepoBuilder) -> None:
    assert has_commit(built.path, built.sha(1))
    assert not has_commit(built.path, "ab" * 20)
