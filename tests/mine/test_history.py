"""Commits, their order, and what they reach."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.errors import MineError
from analyzer.mine.changes import changes
from analyzer.mine.graph import read_graph
from analyzer.mine.history import ancestors, commits
from analyzer.model.commit import Commit, Signature
from tests.mine.conftest import Built, shaped
from tests.repos import EPOCH, RepoBuilder, git

NOWHERE: Mapping[str, int] = {}


def head_of(git_dir: Path) -> str:
    return git(git_dir, "rev-parse", "main").decode().strip()


def all_of(git_dir: Path) -> list[Commit]:
    return mined(git_dir, head_of(git_dir))


def mined(git_dir: Path, head: str, known: AbstractSet[str] = frozenset()) -> list[Commit]:
    return list(commits(git_dir, read_graph(git_dir, head), known, NOWHERE))


def test_a_commit_arrives_as_it_was_written(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    first = repo.commit({"a": "1"})
    mark = repo.commit(by="Ada <a@b>", committer="Bob <b@c>", time=EPOCH, committed=EPOCH + 5, offset=-90,
                       message="Say\nit\n\nBody\n\nFixes: 1\nFixes: 2\n")  # fmt: skip
    git_dir = repo.build()
    sha = repo.sha(mark)
    assert list(commits(git_dir, read_graph(git_dir, sha), {repo.sha(first)}, {sha: 1})) == [
        Commit(
            sha=sha,
            author=Signature("Ada", "a@b", EPOCH, -90),
            committer=Signature("Bob", "b@c", EPOCH + 5, -90),
            parents=(repo.sha(first),),
            position=1,
            subject="Say it",
            trailers=(("Fixes", "1"), ("Fixes", "2")),
        )
    ]


def test_no_commit_is_lost_for_a_bad_author_line(built: Built) -> None:
    found = [(commit.author.name, commit.author.email) for commit in all_of(built("script_author").path)]
    assert found == [
        ("Ada", "ada@example.org"), ("", "script"), ("Ada", "<script"), ("No Date", "no-date@example.org"),
        ("", ""), ("Words", "words@example.org"), ("Zone", "zone@example.org"),
    ]  # fmt: skip


def test_times_before_1970_and_odd_zones_are_kept(built: Built) -> None:
    found = [(commit.author.time, commit.author.offset) for commit in all_of(built("strange_dates").path)]
    assert found[:4] == [(-31_536_000, 0), (0, -720), (EPOCH + 86_400, 345), (4_102_444_800, 840)]


def test_identities_are_raw_whatever_a_mailmap_says(built: Built) -> None:
    assert all_of(built("mailmap").path)[1].author[:2] == ("ada", "ada@old.example.org")


def test_a_shallow_history_ends_without_parents(built: Built, tmp_path: Path) -> None:
    source = built("rename_chain")
    git(tmp_path, "clone", "--quiet", "--bare", "--depth=2", f"file://{source.path}", "shallow")
    found = mined(tmp_path / "shallow", source.sha(4))
    assert [(commit.sha, commit.parents) for commit in found] == [
        (source.sha(3), ()),
        (source.sha(4), (source.sha(3),)),
    ]
    assert [row.kind for row in changes(tmp_path / "shallow", [(commit.sha, None) for commit in found])] == ["A", "R"]


def test_ancestors_of_a_merge_are_all_that_it_reaches(built: Built) -> None:
    repo = built("criss_cross_merge")
    assert ancestors(repo.path, repo.sha(4)) == {repo.sha(mark) for mark in (1, 2, 3, 4)}


def test_a_missing_commit_is_an_error_that_names_it(tmp_path: Path) -> None:
    repo = RepoBuilder(tmp_path / "repo")
    first, second = repo.commit({"a": "1"}), repo.commit({"a": "2"})
    git_dir, lost = repo.build(loose=True), repo.sha(first)
    (git_dir / "objects" / lost[:2] / lost[2:]).unlink()
    for read in (read_graph, ancestors):
        with pytest.raises(MineError, match=lost):
            read(git_dir, repo.sha(second))


def test_a_folder_that_is_no_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MineError, match="not a git repository"):
        read_graph(tmp_path, "1" * 40)


shapes = st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True), min_size=1, max_size=8)


@given(shapes, st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mining_in_two_parts_gives_the_same_as_in_one(
    tmp_path_factory: pytest.TempPathFactory, shape: list[list[int]], data: st.DataObject
) -> None:
    repo = RepoBuilder(tmp_path_factory.mktemp("random") / "repo")
    marks = shaped(repo, shape)
    git_dir = repo.build()
    head, middle = repo.sha(marks[-1]), repo.sha(data.draw(st.sampled_from(marks)))
    whole = mined(git_dir, head)
    first = mined(git_dir, middle)
    rest = mined(git_dir, head, {commit.sha for commit in first})
    known = ancestors(git_dir, head)
    assert sorted(whole) == sorted(commit for commit in (*first, *rest) if commit.sha in known)
    wanted = [(c.sha, c.parents[0] if len(c.parents) > 1 else None) for c in whole]
    cut = data.draw(st.integers(0, len(wanted)))
    assert changes(git_dir, wanted) == changes(git_dir, wanted[:cut]) + changes(git_dir, wanted[cut:])
