"""One repository's facts out of one database and into another, between the facts of others."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from analyzer.errors import FactsDamaged
from analyzer.model.carried import Manifest, Tables
from analyzer.store.carried_rows import STAND_IN, stand_in
from analyzer.store.carrying import PLAIN, shape
from analyzer.store.store import Store
from tests.store.made import change, line, mine, oid

CONTENTS = "ff" * 32


def manifest(head: str = "two") -> Manifest:
    return Manifest("https://example.org/a", "a", "main", oid(head), 5, shape(), {}, CONTENTS)


def filled(store: Store, location: str = "https://example.org/a") -> int:
    repo = store.repository(location, "a")
    commits = line("one", "two")
    rows = [
        change("one", "A", "a.py", new="first"),
        change("one", "A", "logo.png", new="picture"),
        change("two", "R", "b.py", "first", "second", previous="a.py"),
    ]
    mine(store, repo, commits, rows, {"first": 1, "second": 2})
    store.set_mined_head(repo, oid("two"), "main")
    return repo


def same(one: Tables, other: Tables) -> bool:
    assert one.keys() == other.keys()
    return all(list(one[table][name]) == list(other[table][name]) for table in one for name in one[table])


def without_ids(tables: Tables) -> Tables:
    return {**tables, "blobs": {"width": np.full(len(tables["blobs"]["oid"]), 20)}}


def test_facts_come_out_of_another_database_as_they_went_in(store: Store, tmp_path: Path) -> None:
    told = store.carried.tables(filled(store))
    with Store.open(tmp_path / "other.sqlite") as other:
        other.repository("https://example.org/first", "first")
        filled(other, "https://example.org/second")
        repo = other.repository("https://example.org/a", "a")
        other.carried.bring(repo, manifest(), without_ids(told), "imported")
        assert same(without_ids(other.carried.tables(repo)), without_ids(told))
        assert other.mined_head(repo) == oid("two")
        known = other.carried.of(repo)
        assert known is not None and (known.manifest, known.origin) == (manifest(), "imported")


def test_numbers_in_a_file_begin_at_one_and_are_those_of_no_database(store: Store) -> None:
    filled(store, "https://example.org/before")
    told = store.carried.tables(filled(store))
    assert list(told["changes"]["commit_id"]) == [1, 1, 2]
    assert list(told["changes"]["new_blob_id"]) == [1, 2, 3]
    assert list(told["parents"]["back"]) == [1]
    assert told["words"]["word"] == sorted(told["words"]["word"])


def test_every_table_of_plain_columns_is_carried(store: Store) -> None:
    told = store.carried.tables(filled(store))
    assert {table.name for table in PLAIN} <= told.keys()
    assert {"blob_radon", "trailers", "tags", "unique_lines", "stale_comments"} <= told.keys()


def test_object_ids_that_were_left_out_are_put_back(store: Store, tmp_path: Path) -> None:
    told = store.carried.tables(filled(store))
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        other.carried.bring(repo, manifest(), without_ids(told), "bundled")
        wanted = other.carried.left_out(repo)
        assert wanted == [(oid("one"), "a.py", True), (oid("one"), "logo.png", True), (oid("two"), "b.py", True)]
        other.carried.restore(repo, line("one", "two"), [oid("first"), oid("picture"), oid("second")])
        assert same(other.carried.tables(repo), told)
        assert other.carried.of(repo) is None
        assert other.carried.left_out(repo) == []


def test_contents_that_another_repository_has_too_are_joined(store: Store, tmp_path: Path) -> None:
    told = store.carried.tables(filled(store))
    with Store.open(tmp_path / "other.sqlite") as other:
        filled(other, "https://example.org/fork")
        repo = other.repository("https://example.org/a", "a")
        other.carried.bring(repo, manifest(), without_ids(told), "bundled")
        other.carried.restore(repo, line("one", "two"), [oid("first"), oid("picture"), oid("second")])
        assert same(other.carried.tables(repo), told)
    with sqlite3.connect(tmp_path / "other.sqlite") as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_facts_take_the_place_of_those_before(store: Store, tmp_path: Path) -> None:
    repo = filled(store)
    told = store.carried.tables(repo)
    store.add_commits(repo, line("one", "two", "three")[2:])
    store.set_mined_head(repo, oid("three"), "main")
    store.carried.bring(repo, manifest(), without_ids(told), "imported")
    assert store.known_commits(repo) == {oid("one"), oid("two")}
    assert same(without_ids(store.carried.tables(repo)), without_ids(told))


def test_a_file_names_no_content_and_says_nothing_of_those_of_others(store: Store, tmp_path: Path) -> None:
    told = store.carried.tables(filled(store))
    false = {**told, "blob_lines": {**told["blob_lines"], "code": told["blob_lines"]["code"] + 1_000}}
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        with pytest.raises(FactsDamaged, match="width"):
            other.carried.bring(repo, manifest(), false, "imported")
        named = {**false, "blobs": {**without_ids(false)["blobs"], "oid": told["blobs"]["oid"]}}
        other.carried.bring(repo, manifest(), named, "imported")
        fork = filled(other, "https://example.org/fork")
        assert list(other.carried.tables(fork)["blob_lines"]["code"]) == list(told["blob_lines"]["code"])


def test_forgotten_facts_are_gone_and_those_of_others_are_not(store: Store) -> None:
    repo, other = filled(store), filled(store, "https://example.org/other")
    told = store.carried.tables(other)
    store.carried.forget(repo)
    assert (store.known_commits(repo), store.mined_head(repo)) == (set(), None)
    assert same(store.carried.tables(other), told)
    filled(store)
    assert same(store.carried.tables(repo), told)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("changes", "path_id", np.array([1, 9, 2])),
        ("changes", "path_id", np.array([0, 1, 2])),
        ("changes", "commit_id", np.array([1, 1, -2])),
        ("changes", "kind", [1, 2, 3]),
        ("changes", "added", ["a", "b", "c"]),
        ("commits", "author_time", np.array([0.5, 1.5])),
        ("commits", "sha", [oid("one").encode(), 5]),
        ("parents", "back", np.array([5])),
        ("parents", "back", np.array([0])),
        ("parents", "back", np.array([-(2**63)])),
        ("parents", "commit_id", np.array([-(2**63)])),
        ("parents", "commit_id", np.array([2**63 - 1])),
    ],
)
def test_rows_that_cannot_be_are_refused_and_nothing_is_stored(
    store: Store, tmp_path: Path, table: str, column: str, value: object
) -> None:
    told = without_ids(store.carried.tables(filled(store)))
    broken = {**told, table: {**told[table], column: value}}
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        with pytest.raises(FactsDamaged):
            other.carried.bring(repo, manifest(), broken, "imported")  # type: ignore[arg-type]
        assert (other.known_commits(repo), other.carried.of(repo)) == (set(), None)


def test_a_column_that_is_missing_or_twice_is_refused(store: Store, tmp_path: Path) -> None:
    told = without_ids(store.carried.tables(filled(store)))
    missing = {**told, "tags": {}}
    twice = {
        **told,
        "words": {"word": told["words"]["word"] * 2},
        "paths": {k: [*v, *v] for k, v in told["paths"].items()},
    }
    with Store.open(tmp_path / "other.sqlite") as other:
        repo = other.repository("https://example.org/a", "a")
        for broken in (missing, twice):
            with pytest.raises(FactsDamaged):
                other.carried.bring(repo, manifest(), broken, "imported")  # type: ignore[arg-type]


def test_stand_ins_are_the_same_for_the_same_file_and_no_id_of_a_content() -> None:
    assert stand_in(CONTENTS, 1) == stand_in(CONTENTS, 1) != stand_in("00" * 32, 1)
    assert len({stand_in(CONTENTS, place) for place in range(300)}) == 300
    assert len(stand_in(CONTENTS, 5)) == 20 and stand_in(CONTENTS, 5).startswith(STAND_IN)


def test_tags_are_found_by_name(store: Store) -> None:
    repo = filled(store)
    assert store.carried.tagged(repo, "1.0") == []
