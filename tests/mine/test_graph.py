"""What a commit reaches, beside git's own answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.mine.graph import read_graph
from analyzer.mine.history import ancestors
from tests.mine.conftest import Built, shaped
from tests.repos import RepoBuilder, git


def listed(git_dir: Path, *words: str) -> list[str]:
    return git(git_dir, "rev-list", "--reverse", *words).decode().split()


def test_the_trunk_leaves_out_what_was_merged(built: Built) -> None:
    repo = built("octopus_merge")
    assert read_graph(repo.path, repo.sha(7)).trunk() == [repo.sha(mark) for mark in (1, 5, 6, 7)]


def test_all_parents_of_a_merge_are_told_in_their_order(built: Built) -> None:
    repo = built("criss_cross_merge")
    graph = read_graph(repo.path, repo.sha(4))
    assert dict(graph.parents) == {
        repo.sha(mark): tuple(git(repo.path, "show", "-s", "--format=%P", repo.sha(mark)).decode().split())
        for mark in (1, 2, 3, 4)
    }


def test_a_shallow_history_has_a_first_commit_without_parents(built: Built, tmp_path: Path) -> None:
    source = built("rename_chain")
    git(tmp_path, "clone", "--quiet", "--bare", "--depth=2", f"file://{source.path}", "shallow")
    graph = read_graph(tmp_path / "shallow", source.sha(4))
    assert dict(graph.parents) == {source.sha(3): (), source.sha(4): (source.sha(3),)}
    assert graph.trunk() == [source.sha(3), source.sha(4)]


shapes = st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=3, unique=True), min_size=1, max_size=10)


@given(shapes)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_shape_git_reaches_the_same(
    tmp_path_factory: pytest.TempPathFactory, shape: list[list[int]]
) -> None:
    repo = RepoBuilder(tmp_path_factory.mktemp("random") / "repo")
    marks = shaped(repo, shape)
    git_dir, head = repo.build(), repo.sha(marks[-1])
    graph = read_graph(git_dir, head)
    assert graph.trunk() == listed(git_dir, "--first-parent", head)
    assert list(graph.parents) == listed(git_dir, "--topo-order", head)
    assert graph.parents.keys() == ancestors(git_dir, head)
    seen = set[str]()
    for sha, before in graph.parents.items():
        assert seen.issuperset(before)
        seen.add(sha)
