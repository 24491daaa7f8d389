from __future__ import annotations

import random

import pytest

from analyzer.model.moment import Moment
from tests.repos import RepoBuilder, git
from tests.store.made import commit, line, oid


def test_there_is_no_moment_before_the_first_commit_and_none_without_commits(store, repo):
    assert store.head(repo) is None
    assert store.at(repo, 10) is None
    store.add_commits(repo, line("a"))
    assert store.at(repo, 999) is None
    assert store.at(repo, 1_000, label="then") == Moment(oid("a"), 1_000, 0, 1_000, label="then")


def test_the_head_is_the_last_on_the_trunk(store, repo):
    store.add_commits(repo, [*line("a", "b"), commit("side", "a", time=5_000)])
    assert store.head(repo) == Moment(oid("b"), 1_001, 1, 1_001)
    assert store.head(repo, end=9_000).end == 9_000


def test_a_commit_off_the_trunk_has_no_moment_of_its_own_but_came_from_one(store, repo):
    store.add_commits(repo, [*line("a", "b", "c"), commit("side", "b")])
    assert store.moment(repo, oid("side")) is None
    assert store.moment(repo, oid("b"), end=7, label="1.0") == Moment(oid("b"), 1_001, 1, 7, label="1.0")
    assert store.branched_from(repo, {oid("side"), oid("b"), oid("a")}) == Moment(oid("b"), 1_001, 1, 1_001)
    assert store.branched_from(repo, {oid("elsewhere")}) is None


# git takes smaller numbers for something else than seconds.
START = 1_600_000_000


@pytest.fixture(scope="module")
def jumping(tmp_path_factory):
    """A trunk with merges whose clocks jump back and forth, as real ones do."""
    chance = random.Random(7)
    builder = RepoBuilder(tmp_path_factory.mktemp("jumping") / "repo.git")
    marks = [builder.commit({"a": "0"}, time=START)]
    for number in range(60):
        time = START + number * 100 + chance.choice([0, 0, 0, -700, 900, -60])
        parents = [marks[-1]]
        if number % 7 == 3:
            parents.append(builder.commit({"b": str(number)}, parents=parents, branch="side", time=time - 50))
        marks.append(builder.commit({"a": str(number)}, parents=parents, time=time))
    return builder.build()


def test_the_commit_at_a_time_is_the_one_that_git_finds(store, repo, jumping):
    def listed(*words: str) -> list[str]:
        return git(jumping, "rev-list", *words, "main").decode().split()

    trunk = listed("--first-parent", "--reverse")
    times = dict(line.split() for line in git(jumping, "log", "--format=%H %ct", "main").decode().splitlines())
    places = {sha: place for place, sha in enumerate(trunk)}
    made = [commit("x", time=int(times[sha]), sha=sha, position=places.get(sha)) for sha in times]
    store.add_commits(repo, made)
    for time in range(START - 100, START + 7_200, 230):
        found = store.at(repo, time)
        assert ([found.sha] if found else []) == listed("-1", "--first-parent", f"--before=@{time}"), time
