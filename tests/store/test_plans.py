"""What is asked often must not read whole tables."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import event

from analyzer.model.change import TreeChange
from tests.store.made import change, kind_of, line, lines, oid

SMALL = {"words", "repositories"}
"""Tables of a few rows, which may be read whole."""


@pytest.fixture
def plans(store, repo):
    """The plans of all statements that a test makes the store execute, by statement."""
    store.add_commits(repo, line("a", "b"))
    store.add_changes(repo, [oid("a")], [change("a", "A", "x.py", new="x"), change("a", "A", "LICENSE", new="l")])
    found: dict[str, str] = {}

    def explain(connection, cursor, statement, parameters, context, many):
        if re.match(r"SELECT|INSERT|UPDATE|DELETE", statement):
            one = parameters[0] if many else parameters
            rows = cursor.execute(f"EXPLAIN QUERY PLAN {statement}", one).fetchall()
            found[statement] = "; ".join(row[3] for row in rows)

    engine = store._database._engine
    event.listen(engine, "before_cursor_execute", explain)
    yield found
    event.remove(engine, "before_cursor_execute", explain)


ASKED = {
    "commits are added": lambda store, repo: store.add_commits(repo, line("a", "b", "c")),
    "commits are dropped": lambda store, repo: store.drop_commits(repo, [oid("a")]),
    "changes are added": lambda store, repo: store.add_changes(
        repo, [oid("a")], [change("a", "R", "y", "1", "2", previous="x")]
    ),
    "paths are classified": lambda store, repo: store.classify_paths(repo, "r", {"x.py": kind_of("x.py")}),
    "a commit's moment": lambda store, repo: store.moment(repo, oid("a")),
    "the moment of a date": lambda store, repo: store.at(repo, 1_000),
    "the head": lambda store, repo: store.head(repo),
    "pending changes": lambda store, repo: store.pending_changes(repo),
    "pending contents": lambda store, repo: store.pending_blobs(repo, "counter"),
    "pending contents of a tree": lambda store, repo: store.pending_blobs_of(
        repo, "counter", [TreeChange("x.py", None, oid("x"))]
    ),
    "pending docstrings": lambda store, repo: store.contents.pending("docstrings", repo, store.head(repo), "counter"),
    "pending samples": lambda store, repo: store.trees.pending_samples(repo, store.head(repo), "counter"),
    "the files of a tree": lambda store, repo: store.trees.lines_of_files(repo, store.head(repo)),
    "what was read": lambda store, repo: store.trees.is_read(repo, "part", oid("a"), "1"),
    "unique lines are stored": lambda store, repo: store.trees.set_unique_lines(repo, oid("a"), "1", {("", "x"): 1}),
    "pending licences": lambda store, repo: store.pending_licences(repo, "counter"),
    "facts": lambda store, repo: store.facts(
        repo,
        "engine",
        store.head(repo),
        [
            "files",
            "docstrings",
            "growth",
            "commits",
            "changes",
            "trailers",
            "vulnerabilities",
            "tags",
            "licences",
            "syntax",
            "syntax_samples",
            "unique_lines",
        ],
    ),
    "a comparison": lambda store, repo: store.cached_comparison("f"),
    "a repository's refreshes": lambda store, repo: store.refreshes("a"),
}


@pytest.mark.parametrize("asked", ASKED)
def test_no_large_table_is_read_whole_for(store, repo, plans, asked):
    ASKED[asked](store, repo)
    assert plans
    for statement, plan in plans.items():
        for table in re.findall(r"SCAN (\w+)", plan):
            assert table in SMALL, f"{statement}\n{plan}"


def test_lines_are_added_by_looking_contents_up(store, repo, plans):
    store.add_lines("counter", [lines("x", 1)])
    plan = next(plan for statement, plan in plans.items() if "INTO blob_lines" in statement)
    assert "SEARCH blobs" in plan
