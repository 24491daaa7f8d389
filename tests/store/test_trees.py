"""Whole trees: their files, their different lines, and what was read of them to its end."""

from __future__ import annotations

import pytest

from analyzer.model.content import BlobFacts
from tests.store.made import change, line, lines, mine, oid


@pytest.fixture
def mined(store, repo):
    rows = [
        change("a", "A", "x.py", new="x"),
        change("a", "A", "tests/y.py", new="x"),
        change("a", "A", "logo.png", new="logo"),
        change("b", "A", "gone.py", new="gone"),
        change("c", "D", "gone.py", "gone"),
    ]
    mine(store, repo, line("a", "b", "c"), rows, {"x": 1, "gone": 2})
    store.contents.add("line_hashes", "1", [BlobFacts(oid(name), "", (name.encode(),)) for name in ("x", "gone")])
    return repo


def test_lines_of_files_in_a_tree_are_those_that_are_counted(store, mined):
    found = store.trees.lines_of_files(mined, store.head(mined))
    assert sorted(found) == [("Python", "source", b"x"), ("Python", "tests", b"x")]
    assert len(store.trees.lines_of_files(mined, store.moment(mined, oid("b")))) == 3
    assert len(store.trees.lines_of_files(mined, store.head(mined), excluded=lambda path: path == "x.py")) == 1


def test_lines_that_another_version_hashed_are_pending_and_those_of_no_language_never(store, mined):
    assert store.contents.pending("line_hashes", mined, store.head(mined), "1") == []
    assert store.contents.pending("line_hashes", mined, store.head(mined), "2") == [oid("x")]


def test_source_that_a_program_wrote_is_generated(store, mined):
    store.add_lines("counter", [lines("x", 1, generated=True)])
    assert {scope for _, scope, _ in store.trees.lines_of_files(mined, store.head(mined))} == {"generated", "tests"}


def test_what_was_read_is_read_for_that_commit_part_and_version_only(store, mined):
    assert not store.trees.is_read(mined, "syntax", oid("a"), "1")
    store.trees.set_read(mined, "syntax", oid("a"), "1")
    assert store.trees.is_read(mined, "syntax", oid("a"), "1")
    for asked in [("lines", oid("a"), "1"), ("syntax", oid("b"), "1"), ("syntax", oid("a"), "2")]:
        assert not store.trees.is_read(mined, *asked)
    store.trees.set_read(mined, "syntax", oid("a"), "2")
    assert not store.trees.is_read(mined, "syntax", oid("a"), "1")


def unique(store, repo, moment):
    table = store.facts(repo, "engine", moment, ["unique_lines"])["unique_lines"]
    return [tuple(row) for row in table.itertuples(index=False, name=None)]


def test_different_lines_are_those_of_the_commit_and_replaced_as_a_whole(store, mined):
    head, before = store.head(mined), store.moment(mined, oid("a"))
    store.trees.set_unique_lines(mined, head.sha, "1", {("", "source"): 3, ("C", "source tests+"): 2})
    store.trees.set_unique_lines(mined, before.sha, "1", {("", "tests"): 7})
    assert unique(store, mined, head) == [("", "source", 3), ("C", "source tests+", 2)]
    store.trees.set_unique_lines(mined, head.sha, "2", {("", "source"): 4})
    assert unique(store, mined, head) == [("", "source", 4)]
    assert unique(store, mined, before) == [("", "tests", 7)]
    assert store.trees.is_read(mined, "unique_lines", head.sha, "2")


def test_a_tree_without_a_line_was_read_too(store, mined):
    store.trees.set_unique_lines(mined, oid("c"), "1", {})
    assert store.trees.is_read(mined, "unique_lines", oid("c"), "1")
    assert unique(store, mined, store.head(mined)) == []
