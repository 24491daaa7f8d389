"""Rows without the numbers of one store."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.store import natural
from analyzer.store.natural import columns, fact_tables, keys
from analyzer.store.store import Store
from tests.repos import RepoBuilder
from tests.stages.verified import history, session_in


@pytest.mark.parametrize("name", fact_tables())
def test_keys_are_columns_and_no_number_of_a_row_is_told(name: str) -> None:
    assert set(keys(name)) <= set(columns(name))
    assert len(columns(name)) == len(set(columns(name)))
    assert "repository" not in columns(name)


def test_history_and_kept_comparisons_are_no_facts() -> None:
    assert {"meta", "comparisons", "carried", "refresh_log", "rounds", "visits"} == natural.NOT_FACTS
    assert natural.NOT_FACTS.isdisjoint(fact_tables())


def rows(store: Store, location: str, name: str) -> set[tuple[object, ...]]:
    with store.canonical.of(store.repository(location, "one")) as found:
        return set(found.rows(name))


def test_a_repository_has_the_same_rows_whatever_was_read_before_it(tmp_path: Path) -> None:
    path = history(tmp_path / "one.git").build()
    other = RepoBuilder(tmp_path / "other.git")
    other.commit({"x.py": "x = 1\n", "web/add.js": "// other\n"}, by="Eve <eve@example.org>")
    specs = [RepositorySpec("other", other.build().as_uri()), RepositorySpec("one", path.as_uri())]
    alone, after = session_in(tmp_path / "a"), session_in(tmp_path / "b")
    pipeline.refresh(alone, specs[1:], base=tmp_path)
    pipeline.refresh(after, specs, base=tmp_path)
    with Store.open(alone.workspace.database) as first, Store.open(after.workspace.database) as second:
        location = first.repositories()[0][0]
        for name in fact_tables():
            ours, theirs = (rows(store, location, name) for store in (first, second))
            assert ours == theirs, name
            assert ours or name == "not_counted"
            assert len({tuple(row[columns(name).index(key)] for key in keys(name)) for row in ours}) == len(ours), name


def test_who_wrote_is_told_without_an_address(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    path = history(tmp_path / "one.git").build()
    pipeline.refresh(session, [RepositorySpec("one", path.as_uri())], base=tmp_path)
    with Store.open(session.workspace.database) as store:
        found = rows(store, store.repositories()[0][0], "identities")
    assert {str(row[0]).partition(" <")[0] for row in found} == {"Ada", "Bob"}
    assert not any("@" in str(row[0]) for row in found)
