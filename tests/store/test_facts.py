from __future__ import annotations

import pytest

from analyzer.errors import MeasureError, ShelfError
from analyzer.model.frames import COLUMNS
from analyzer.model.moment import Moment
from analyzer.store.facts import TABLES
from tests.store.made import change, commit, line, mine, oid

EMPTY = Moment(oid("none"), 0, 0, 0)


def test_every_table_of_the_contract_is_loaded_and_no_other():
    assert TABLES.keys() == COLUMNS.keys()


@pytest.mark.parametrize("table", COLUMNS)
def test_tables_of_an_empty_repository_have_no_row_but_all_columns(store, repo, table):
    found = store.facts(repo, "engine", EMPTY, [table])[table]
    assert len(found) == 0
    assert {name: str(kind) for name, kind in found.dtypes.items()} == COLUMNS[table]


@pytest.mark.parametrize("table", COLUMNS)
def test_tables_have_the_types_of_the_contract(store, repo, table):
    batch = [commit("a", position=0, trailers=(("Key", "value"),), vulnerabilities=("CVE-2020-1234",))]
    mine(store, repo, batch, [change("a", "A", "x.py", new="x"), change("a", "A", "LICENSE", new="l")], {"x": 1})
    found = store.facts(repo, "engine", store.head(repo), [table])[table]
    assert {name: str(kind) for name, kind in found.dtypes.items()} == COLUMNS[table]


def test_only_what_is_asked_for_is_loaded(store, repo):
    facts = store.facts(repo, "engine", EMPTY, ["tags"])
    assert (facts.repository, facts.moment, list(facts.tables)) == ("engine", EMPTY, ["tags"])
    with pytest.raises(MeasureError, match="commits"):
        facts["commits"]


def test_a_table_that_does_not_exist_breaks_the_metrics_contract(store, repo):
    with pytest.raises(ShelfError, match="nonsense"):
        store.facts(repo, "engine", EMPTY, ["nonsense"])


def test_a_past_moment_has_only_the_commits_that_it_is_made_of(store, repo):
    history = [
        *line("a", "b"),
        commit("late side", "a"),
        commit("m", "b", "late side", position=2, time=1_002),
    ]
    mine(store, repo, history, [change("late side", "A", "x.py", new="x"), change("b", "A", "y.py", new="y")], {})
    before = store.facts(repo, "engine", store.moment(repo, oid("b")), ["commits", "changes"])
    assert list(before["commits"]["sha"]) == [oid("a"), oid("b")]
    assert len(before["changes"]) == 1
    after = store.facts(repo, "engine", store.head(repo), ["commits", "changes"])
    assert list(after["commits"]["sha"]) == [made.sha for made in history]
    assert list(after["commits"]["position"]) == [0, 1, -1, 2]
    assert len(after["changes"]) == 2


def test_commits_that_only_a_tag_reaches_are_not_in_the_head(store, repo):
    store.add_commits(repo, [*line("a", "b"), commit("release", "a")])
    at_head = store.facts(repo, "engine", store.head(repo), ["commits"])["commits"]
    assert list(at_head["sha"]) == [oid("a"), oid("b")]
    moment = Moment(oid("release"), 1_000, 0, 1_000, on_trunk=False)
    found = store.facts(repo, "engine", moment, ["commits"])["commits"]
    assert list(found["sha"]) == [oid("a"), oid("release")]


def test_a_parent_beyond_a_shallow_border_is_counted_and_not_missed(store, repo):
    store.add_commits(repo, [commit("a", "beyond", position=0)])
    found = store.facts(repo, "engine", store.head(repo), ["commits"])["commits"]
    assert list(found["parents"]) == [1]


def test_files_that_the_trunk_moved_are_told_up_to_the_moment(store, repo):
    rows = [
        change("a", "A", "x.py", new="x"),
        change("b", "R", "y.py", "x", "x", previous="x.py"),
        change("c", "C", "z.py", "x", "x", previous="y.py"),
        change("d", "R", "w.py", "x", "z", previous="y.py"),
    ]
    mine(store, repo, line("a", "b", "c", "d"), rows, {"x": 1, "z": 1})
    found = store.facts(repo, "engine", store.head(repo), ["renames"])["renames"]
    assert found.to_numpy().tolist() == [[1, "x.py", "y.py"], [3, "y.py", "w.py"]]
    before = store.facts(repo, "engine", store.moment(repo, oid("c")), ["renames"])["renames"]
    assert list(before["position"]) == [1]


def test_changes_tell_the_path_before_a_rename_and_of_nothing_else(store, repo):
    rows = [
        change("a", "A", "x.py", new="x"),
        change("b", "R", "y.py", "x", "x", previous="x.py"),
        change("c", "C", "z.py", "x", "x", previous="y.py"),
    ]
    mine(store, repo, line("a", "b", "c"), rows, {"x": 1})
    facts = store.facts(repo, "engine", store.head(repo), ["changes", "paths"])
    names = {0: "", **dict(zip(facts["paths"]["path_id"], facts["paths"]["path"], strict=True))}
    assert [names[number] for number in facts["changes"]["previous_id"]] == ["", "x.py", ""]


def test_files_are_the_same_whether_the_lines_of_the_trunk_are_read_or_not(store, repo):
    mine(
        store,
        repo,
        line("a", "b"),
        [change("a", "A", "x.py", new="x"), change("b", "M", "x.py", old="x", new="y")],
        {"x": 1, "y": 2},
    )
    alone = store.facts(repo, "engine", store.head(repo), ["files"])["files"]
    beside = store.facts(repo, "engine", store.head(repo), ["files", "growth"])["files"]
    assert alone.equals(beside)
    assert alone["path"].tolist() == ["x.py"]
    assert alone["code"].sum() > 200
