from __future__ import annotations

import pytest

from analyzer.errors import StoreError
from analyzer.model.change import TreeChange
from analyzer.store.blobs import is_licence_file
from tests.store.made import change, commit, kind_of, line, lines, oid
from tests.store.test_commits import dump


def mined(store, repo, commits, rows):
    store.add_commits(repo, commits)
    store.add_changes(repo, [commit.sha for commit in commits], rows)
    store.classify_paths(repo, "rules", {path: kind_of(path) for path in store.unclassified_paths(repo, "rules")})


def test_contents_of_the_trunk_are_pending_by_path_in_order_each_once(store, repo):
    mined(
        store,
        repo,
        [*line("a", "b", "c"), commit("side", "a")],
        [
            change("a", "A", "x.py", new="x1"),
            change("a", "A", "y.py", new="y1"),
            change("a", "A", "logo.png", new="logo"),
            change("b", "M", "x.py", "x1", "x2"),
            change("b", "M", "y.py", "y1", "x1"),
            change("c", "M", "x.py", "x2", "x1"),
            change("c", "A", "README", new="x1"),
            change("c", "D", "y.py", "x1"),
            change("side", "M", "x.py", "x1", "only there"),
        ],
    )
    pending = store.pending_blobs(repo, "counter")
    assert sorted(pending) == sorted(
        [(oid("x1"), "Python"), (oid("x2"), "Python"), (oid("y1"), "Python"), (oid("x1"), "")]
    )
    assert pending.index((oid("x2"), "Python")) == pending.index((oid("x1"), "Python")) + 1


def test_counted_contents_are_pending_again_for_another_counter_only(store, repo):
    mined(store, repo, line("a"), [change("a", "A", "x.py", new="x"), change("a", "A", "y.py", new="y")])
    store.add_lines("one", [lines("x", 1)])
    assert store.pending_blobs(repo, "one") == [(oid("y"), "Python")]
    store.add_lines("two", [lines("x", 2), lines("y", 2)])
    assert store.pending_blobs(repo, "two") == []
    assert len(store.pending_blobs(repo, "three")) == 2


def test_a_newer_count_takes_the_place_of_the_older(store, repo):
    mined(store, repo, line("a"), [change("a", "A", "x.py", new="x")])
    store.add_lines("one", [lines("x", 1)])
    store.add_lines("two", [lines("x", 2, language="Other")])
    files = store.facts(repo, "engine", store.head(repo), ["files"])["files"]
    assert (files["language"][0], files["code"][0]) == ("Other", lines("x", 2).vector.code)


def test_adding_lines_twice_changes_nothing(store, repo):
    mined(store, repo, line("a"), [change("a", "A", "x.py", new="x")])
    store.add_lines("one", [lines("x", 1)])
    before = dump(store)
    store.add_lines("one", [lines("x", 1)])
    assert dump(store) == before


def test_lines_of_an_unknown_content_store_nothing(store, repo):
    mined(store, repo, line("a"), [change("a", "A", "x.py", new="x")])
    with pytest.raises(StoreError):
        store.add_lines("one", [lines("x", 1), lines("never seen", 1)])
    assert store.pending_blobs(repo, "one") == [(oid("x"), "Python")]


def test_contents_off_the_trunk_are_pending_once_their_tree_is_known(store, repo):
    mined(store, repo, line("a"), [change("a", "A", "x.py", new="x")])
    branch = [
        TreeChange("x.py", oid("x"), oid("x2")),
        TreeChange("new.py", None, oid("x2")),
        TreeChange("new.png", None, oid("png")),
        TreeChange("gone.py", oid("x"), None),
    ]
    store.add_tree(repo, branch)
    assert store.unclassified_paths(repo, "rules") == ["gone.py", "new.png", "new.py"]
    store.classify_paths(repo, "rules", {change.path: kind_of(change.path) for change in branch})
    assert store.pending_blobs_of(repo, "counter", branch) == [(oid("x2"), "Python")]
    store.add_lines("counter", [lines("x2", 1)])
    assert store.pending_blobs_of(repo, "counter", branch) == []
    assert store.pending_blobs_of(repo, "other", branch) == [(oid("x2"), "Python")]


@pytest.mark.parametrize("path", ["LICENSE", "LICENCE.txt", "license.md", "COPYING.LESSER", "UNLICENSE"])
def test_licence_files_are_known_by_name(path):
    assert is_licence_file(path)


@pytest.mark.parametrize("path", ["docs/LICENSE", "LICENSES/MIT.txt", "my-LICENSE", "README"])
def test_other_files_are_no_licence_files(path):
    assert not is_licence_file(path)


def test_licences_are_read_once_for_each_counter_and_told_as_of_the_moment(store, repo):
    mined(
        store,
        repo,
        line("a", "b"),
        [
            change("a", "A", "LICENSE", new="l1"),
            change("a", "A", "docs/LICENSE", new="l3"),
            change("a", "A", "COPYING", new="nothing"),
            change("b", "M", "LICENSE", "l1", "l2"),
        ],
    )
    assert store.pending_licences(repo, "one") == sorted(map(oid, ["l1", "l2", "nothing"]))
    store.add_licences("one", {oid("l1"): ("MIT",), oid("l2"): ("MIT", "Apache-2.0"), oid("nothing"): ()})
    assert store.pending_licences(repo, "one") == []
    assert len(store.pending_licences(repo, "two")) == 3
    store.add_licences("two", {oid("l2"): ("BSD-3-Clause", "MIT")})

    def told(moment):
        found = store.facts(repo, "engine", moment, ["licences"])["licences"]
        return list(zip(found["path"], found["licence"], strict=True))

    assert told(store.moment(repo, oid("a"))) == [("LICENSE", "MIT")]
    assert told(store.head(repo)) == [("LICENSE", "BSD-3-Clause"), ("LICENSE", "MIT")]
