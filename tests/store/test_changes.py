from __future__ import annotations

import pytest

from analyzer.errors import StoreError
from analyzer.model.change import Change
from analyzer.model.scope import PathKind, Scope
from tests.store.made import change, commit, line, oid
from tests.store.test_commits import dump


def test_changes_come_back_as_they_were_stored(store, repo):
    store.add_commits(repo, line("a", "b"))
    rows = [
        change("a", "A", "x.py", new="x"),
        Change(oid("a"), "logo.png", None, "A", None, oid("logo"), None, None),
        change("b", "R", "y.py", "x", "y", previous="x.py"),
        change("b", "D", "logo.png", "logo"),
    ]
    store.add_changes(repo, [oid("a"), oid("b")], rows)
    facts = store.facts(repo, "engine", store.head(repo), ["commits", "changes", "paths"])
    sha = dict(zip(facts["commits"]["commit_id"], facts["commits"]["sha"], strict=True))
    path = dict(zip(facts["paths"]["path_id"], facts["paths"]["path"], strict=True))
    found = {
        (sha[row.commit_id], path[row.path_id], row.kind, row.added, row.deleted, row.binary)
        for row in facts["changes"].itertuples()
    }
    assert found == {
        (oid("a"), "x.py", "A", 3, 2, False),
        (oid("a"), "logo.png", "A", 0, 0, True),
        (oid("b"), "y.py", "R", 3, 2, False),
        (oid("b"), "logo.png", "D", 3, 2, False),
    }


def test_adding_changes_twice_changes_nothing(store, repo):
    store.add_commits(repo, line("a"))
    rows = [change("a", "A", "x.py", new="x"), change("a", "A", "y.py", new="x")]
    store.add_changes(repo, [oid("a")], rows)
    before = dump(store)
    store.add_changes(repo, [oid("a")], rows)
    assert dump(store) == before


def test_commits_without_a_change_count_as_mined(store, repo):
    store.add_commits(repo, line("a", "b"))
    store.add_changes(repo, [oid("a")], [])
    assert store.pending_changes(repo) == [(oid("b"), None)]


def test_changes_of_an_unknown_commit_store_nothing_at_all(store, repo):
    store.add_commits(repo, line("a"))
    with pytest.raises(StoreError):
        store.add_changes(repo, [oid("a")], [change("a", "A", "x.py", new="x"), change("b", "A", "y.py", new="y")])
    assert store.pending_changes(repo) == [(oid("a"), None)]
    assert store.unclassified_paths(repo, "rules") == []


def test_changes_of_merges_are_not_among_the_facts(store, repo):
    store.add_commits(repo, [*line("a"), commit("m", "a", "a", position=1)])
    store.add_changes(repo, [oid("a"), oid("m")], [change("m", "A", "x.py", new="x")])
    assert len(store.facts(repo, "engine", store.head(repo), ["changes"])["changes"]) == 0


def test_paths_are_classified_once_for_each_set_of_rules(store, repo):
    store.add_commits(repo, line("a"))
    store.add_changes(repo, [oid("a")], [change("a", "A", "y.py", new="x"), change("a", "A", "doc/x", new="x")])
    assert store.unclassified_paths(repo, "one") == ["doc/x", "y.py"]
    store.classify_paths(repo, "one", {"doc/x": PathKind("", Scope.DOCUMENTATION)})
    assert store.unclassified_paths(repo, "one") == ["y.py"]
    assert store.unclassified_paths(repo, "two") == ["doc/x", "y.py"]
    store.classify_paths(repo, "two", {"doc/x": PathKind("", Scope.TESTS), "y.py": PathKind("Python", Scope.SOURCE)})
    assert store.unclassified_paths(repo, "two") == []
    found = store.facts(repo, "engine", store.head(repo), ["paths"])["paths"]
    assert dict(zip(found["path"], found["scope"], strict=True)) == {"doc/x": "tests", "y.py": "source"}


def test_repositories_classify_the_same_path_apart(store, repo):
    fork = store.repository("fork", "fork")
    for number in (repo, fork):
        store.add_commits(number, line("a"))
        store.add_changes(number, [oid("a")], [change("a", "A", "x.py", new="x")])
    store.classify_paths(repo, "rules", {"x.py": PathKind("Python", Scope.SOURCE)})
    assert store.unclassified_paths(repo, "rules") == []
    assert store.unclassified_paths(fork, "rules") == ["x.py"]
