"""Functions are kept by content and language."""

from __future__ import annotations

import pytest

from analyzer.model.functions import BlobFunctions, Function
from analyzer.model.scope import PathKind, Scope
from tests.store.made import change, line, lines, mine, oid

FOUND = (Function("f", 1, 3, 2, "function"), Function("A.m", 5, 9, 12, "method"))
BOTH = frozenset({"JavaScript", "C"})


@pytest.fixture
def mined(store, repo):
    rows = [
        change("a", "A", "x.js", new="x1"),
        change("a", "A", "vendor/y.js", new="y"),
        change("a", "A", "z.py", new="z"),
        change("b", "M", "x.js", "x1", "x2"),
        change("b", "A", "copy.c", new="x2"),
    ]
    mine(store, repo, line("a", "b"), rows, {"z": 1})
    kinds = {"x.js": "JavaScript", "copy.c": "C", "z.py": "Python"}
    store.classify_paths(repo, "by hand", {path: PathKind(name, Scope.SOURCE) for path, name in kinds.items()})
    store.classify_paths(repo, "by hand", {"vendor/y.js": PathKind("JavaScript", Scope.VENDORED)})
    store.add_lines(
        "counter",
        [
            lines(name, 3, hint=hint, language=hint)
            for name, hint in [("x1", "JavaScript"), ("x2", "JavaScript"), ("x2", "C"), ("y", "JavaScript")]
        ],
    )
    return repo


def pending(store, repo, version="1", moment=None, languages=BOTH):
    return store.functions.pending(repo, moment or store.head(repo), languages, version)


def facts(store, repo, name, **options):
    found = store.facts(repo, "engine", store.head(repo), [name], **options)[name]
    return [tuple(row) for row in found.itertuples(index=False)]


def test_a_content_is_pending_once_for_each_language_that_it_is_read_as(store, mined):
    assert pending(store, mined) == [(oid("x2"), "C"), (oid("x2"), "JavaScript")]
    assert pending(store, mined, languages={"C"}) == [(oid("x2"), "C")]
    assert pending(store, mined, moment=store.moment(mined, oid("a"))) == [(oid("x1"), "JavaScript")]


def test_what_was_looked_at_is_pending_for_another_version_only(store, mined):
    store.functions.add("1", [BlobFunctions(oid("x2"), "C", "", FOUND)])
    assert pending(store, mined) == [(oid("x2"), "JavaScript")]
    assert len(pending(store, mined, "2")) == 2


def test_facts_have_the_functions_of_every_path_in_the_order_of_lines(store, mined):
    store.functions.add("1", [BlobFunctions(oid("x2"), "C", "", FOUND[:1])])
    store.functions.add("1", [BlobFunctions(oid("z"), "Python", "", FOUND)])
    assert facts(store, mined, "functions") == [
        ("copy.c", "C", "source", "f", 1, 3, 2, "function"),
        ("z.py", "Python", "source", "f", 1, 3, 2, "function"),
        ("z.py", "Python", "source", "A.m", 5, 9, 12, "method"),
    ]
    assert facts(store, mined, "functions", excluded=lambda path: path == "z.py")[1:] == []


def test_the_files_that_were_looked_at_are_there_with_their_problems_but_for_python(store, mined):
    store.functions.add(
        "1",
        [
            BlobFunctions(oid("x2"), "C", "not parsed", ()),
            BlobFunctions(oid("x2"), "JavaScript", "", ()),
            BlobFunctions(oid("z"), "Python", "", FOUND),
        ],
    )
    assert facts(store, mined, "lizard") == [
        ("copy.c", "C", "source", "not parsed"),
        ("x.js", "JavaScript", "source", ""),
    ]


def test_what_others_wrote_is_left_out_also_where_it_was_looked_at_elsewhere(store, mined):
    store.functions.add("1", [BlobFunctions(oid("y"), "JavaScript", "", FOUND)])
    assert facts(store, mined, "functions") == []
    assert facts(store, mined, "lizard") == []


def test_a_newer_count_takes_the_place_of_the_older_in_one_language_only(store, mined):
    store.functions.add("1", [BlobFunctions(oid("x2"), language, "", FOUND) for language in ("C", "JavaScript")])
    store.functions.add("2", [BlobFunctions(oid("x2"), "C", "takes too long", ())])
    assert [row[0] for row in facts(store, mined, "functions")] == ["x.js", "x.js"]
    assert facts(store, mined, "lizard")[0] == ("copy.c", "C", "source", "takes too long")


def test_names_are_stored_as_text_that_databases_take(store, mined):
    store.functions.add("1", [BlobFunctions(oid("x2"), "C", "", (Function("a\0b\ud800", 1, 1, 1, "function"),))])
    assert facts(store, mined, "functions")[0][3] == "a\ufffdb\ufffd"
