"""Docstrings are kept by content: parsed once, wherever and whenever it stands."""

from __future__ import annotations

import pytest

from analyzer.model.content import BlobFacts
from analyzer.model.docstrings import Docstrings
from analyzer.model.uncounted import Reason
from tests.store.made import change, line, lines, mine, oid

DOCUMENTED = Docstrings(1, 1, 2, 1, 3, 2, 4, 3)


@pytest.fixture
def mined(store, repo):
    rows = [
        change("a", "A", "x.py", new="x1"),
        change("a", "A", "tests/y.py", new="y"),
        change("a", "A", "page.html", new="page"),
        change("b", "M", "x.py", "x1", "x2"),
        change("b", "A", "copy.py", new="y"),
    ]
    mine(store, repo, line("a", "b"), rows, {"x1": 1, "x2": 2, "y": 3})
    store.add_lines("counter", [lines("page", 4, hint="", language="HTML")])
    return repo


def table(store, repo, moment=None, **options):
    return store.facts(repo, "engine", moment or store.head(repo), ["docstrings"], **options)["docstrings"]


def test_the_python_files_of_a_tree_are_pending_each_content_once(store, mined):
    assert store.contents.pending("docstrings", mined, store.head(mined), "1") == sorted([oid("x2"), oid("y")])
    before = store.moment(mined, oid("a"))
    assert store.contents.pending("docstrings", mined, before, "1") == sorted([oid("x1"), oid("y")])


def test_what_was_parsed_is_pending_for_another_counter_only(store, mined):
    store.contents.add("docstrings", "1", [BlobFacts(oid("y"), "", DOCUMENTED)])
    assert store.contents.pending("docstrings", mined, store.head(mined), "1") == [oid("x2")]
    assert len(store.contents.pending("docstrings", mined, store.head(mined), "2")) == 2


def test_facts_have_a_row_for_each_path_that_was_parsed(store, mined):
    store.contents.add("docstrings", "1", [BlobFacts(oid("y"), "", DOCUMENTED)])
    store.contents.add("docstrings", "1", [BlobFacts(oid("x2"), Reason.NOT_PARSED.value, Docstrings())])
    found = table(store, mined)
    assert list(found["path"]) == ["copy.py", "tests/y.py", "x.py"]
    assert list(found["scope"]) == ["source", "tests", "source"]
    assert list(found["problem"]) == ["", "", "not parsed"]
    assert tuple(found.loc[0, list(Docstrings._fields)]) == DOCUMENTED
    assert list(found["functions"]) == [3, 3, 0]


def test_a_newer_count_takes_the_place_of_the_older(store, mined):
    store.contents.add("docstrings", "1", [BlobFacts(oid("y"), "not parsed", Docstrings())])
    store.contents.add("docstrings", "2", [BlobFacts(oid("y"), "", DOCUMENTED)])
    assert list(table(store, mined)["problem"]) == ["", ""]


def test_excluded_paths_are_left_out(store, mined):
    store.contents.add("docstrings", "1", [BlobFacts(oid("y"), "", DOCUMENTED)])
    assert list(table(store, mined, excluded=lambda path: path.startswith("tests/"))["path"]) == ["copy.py"]
