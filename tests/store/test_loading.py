from __future__ import annotations

import numpy as np
import pytest
from sqlalchemy import select

from analyzer.store import loading
from analyzer.store.owners import owners
from analyzer.store.schema import words
from tests.store.made import change, commit, line, lines, mine, oid


@pytest.mark.parametrize(("gap", "sparse"), [(0, 5), (3, 5), (100, 5), (100, 1000), (100, 0)])
def test_lines_are_those_of_the_wanted_contents_however_they_are_fetched(store, repo, monkeypatch, gap, sparse):
    monkeypatch.setattr(loading, "_GAP", gap)
    monkeypatch.setattr(loading, "_SPARSE", sparse)
    monkeypatch.setattr(loading, "_NAMED_AT_ONCE", 3)
    names = [f"b{number:02}" for number in range(30)]
    mine(store, repo, line("a"), [change("a", "A", f"{name}.py", new=name) for name in names], {})
    store.add_lines("counter", [lines(name, number) for number, name in enumerate(names)])
    with store._database.reading() as connection:
        wanted = np.array([0, 3, 4, 11, 29, 3])
        found = loading.lines(connection, wanted)
        every = loading.lines(connection, np.arange(40))
    hint = np.full(6, found.key[1] & 0xFFFFF)
    assert (found.vector[:, found.rows(wanted, hint)] == every.vector[:, every.rows(wanted, hint)]).all()
    assert len(every.key) == 31 and (found.key[1:] > found.key[:-1]).all()


def test_columns_of_no_row_are_empty(store):
    with store._database.reading() as connection:
        statement = select(words.c.word_id, words.c.word).where(words.c.word == "never seen")
        assert loading.columns(connection, statement) == [(), ()]
        assert loading.integers(connection, statement).shape == (2, 0)


def test_a_long_history_is_walked_to_its_root(store, repo, monkeypatch):
    names = [f"c{number}" for number in range(3_000)]
    store.add_commits(repo, line(*names))
    with store._database.reading() as connection:
        assert len(loading.ancestors(connection, repo, oid(names[-1]))) == 3_000
        assert len(loading.ancestors(connection, repo, oid("never seen"))) == 0
        assert len(loading.among(connection, repo, {oid("c1"), oid("never seen")})) == 1


def test_what_is_kept_of_commits_is_forgotten_when_they_are_dropped(store, repo):
    # The database gives the numbers of dropped rows to others.
    store.add_commits(repo, line("a", "b", "c"))
    store.set_positions(repo, [oid("a"), oid("b"), oid("c")])
    with store._database.reading() as connection:
        assert owners(connection, repo).position.tolist() == [0, 1, 2]
        assert owners(connection, repo) is owners(connection, repo)
    store.drop_commits(repo, {oid("b"), oid("c")})
    store.add_commits(repo, [commit("s", "a"), commit("m", "a", "s", position=1)])
    with store._database.reading() as connection:
        assert owners(connection, repo).position.tolist() == [0, 1, 1]
