"""What PyDriller says of recent commits is kept by commit, and told of the recent ones of a moment only."""

from __future__ import annotations

import pytest

from analyzer.model.change_quality import CommitQuality, FileQuality, Profile
from analyzer.model.quality import Quality
from analyzer.store.store import Store
from tests.store.made import ADA, change, commit, mine, oid

DAY = 86_400
END = 400 * DAY
TABLES = ("commit_quality", "change_quality")


def dated(name: str, *parents: str, day: int, position: int | None = None):
    made = commit(name, *parents, position=position, time=day * DAY)
    return made._replace(author=ADA._replace(time=day * DAY))


@pytest.fixture
def mined(store: Store, repo: int) -> int:
    commits = [
        dated("old", day=20, position=0),
        dated("a", "old", day=100, position=1),
        dated("side", "old", day=150),
        dated("merge", "a", "side", day=200, position=2),
        dated("future", "merge", day=401, position=3),
        dated("b", "future", day=390, position=4),
    ]
    changes = [change(one.sha and name, "A", f"{name}.py", new=name) for name, one in
               zip(("old", "a", "side", "future", "b"), commits, strict=False)]  # fmt: skip
    mine(store, repo, commits, changes, {})
    return repo


def head(store: Store, repo: int):
    return store.head(repo, end=END)


def pending(store: Store, repo: int, version: str = "1", **quality: int) -> list[str]:
    return store.recent_changes.pending(repo, head(store, repo), Quality(**quality), version)


def found(name: str, methods: int, problem: str = "") -> CommitQuality:
    return CommitQuality(oid(name), "", (FileQuality(f"{name}.py", problem, Profile(methods=methods)),))


def facts(store: Store, repo: int, **quality: int):
    return store.facts(repo, "engine", head(store, repo), (*TABLES, "commits"), quality=Quality(**quality))


def test_recent_are_commits_of_the_last_months_that_are_no_merges(store, mined):
    assert pending(store, mined) == [oid("a"), oid("side"), oid("b")]


def test_the_newest_of_them_up_to_a_number(store, mined):
    assert pending(store, mined, commits=2) == [oid("side"), oid("b")]
    assert pending(store, mined, months=2) == [oid("b")]
    assert pending(store, mined, months=24) == [oid("old"), oid("a"), oid("side"), oid("b")]


def test_only_what_the_moment_reaches(store, mined):
    moment = store.moment(mined, oid("a"), end=END)
    assert store.recent_changes.pending(mined, moment, Quality(), "1") == [oid("a")]


def test_what_was_looked_at_is_pending_for_another_version_only(store, mined):
    store.recent_changes.add(mined, "1", [found("a", 1), CommitQuality(oid("side"), "too large", ())])
    assert pending(store, mined) == [oid("b")]
    assert len(pending(store, mined, "2")) == 3


def test_facts_are_of_the_recent_commits_whatever_else_was_read(store, mined):
    store.recent_changes.add(mined, "1", [found("old", 5), found("a", 7), found("b", 9, "not parsed")])
    store.recent_changes.add(mined, "1", [CommitQuality(oid("side"), "too costly", ())])
    known = facts(store, mined)
    assert list(known["commit_quality"]["problem"]) == ["", "too costly", ""]
    assert list(known["change_quality"]["methods"]) == [7, 9]
    assert list(known["change_quality"]["problem"]) == ["", "not parsed"]
    assert list(facts(store, mined, commits=1)["change_quality"]["methods"]) == [9]
    assert len(facts(store, mined, months=1200)["commit_quality"]) == 4


def test_what_a_newer_version_found_takes_the_place_of_the_older(store, mined):
    store.recent_changes.add(mined, "1", [found("a", 1)])
    store.recent_changes.add(mined, "2", [found("a", 2)])
    assert list(facts(store, mined)["change_quality"]["methods"]) == [2]
    store.recent_changes.add(mined, "3", [CommitQuality(oid("a"), "too large", ())])
    assert len(facts(store, mined)["change_quality"]) == 0


def test_a_dropped_commit_takes_its_quality_along(store, mined):
    store.recent_changes.add(mined, "1", [found("b", 1)])
    store.drop_commits(mined, [oid("b")])
    store.add_commits(mined, [dated("b", "future", day=390, position=4)])
    assert oid("b") in pending(store, mined)
