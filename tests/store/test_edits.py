"""How recent contents became others, kept by the two contents."""

from __future__ import annotations

import pytest

from analyzer.model.edit import DAYS, WHOLE, Edit, Hunk
from analyzer.store import edits as stored_edits
from tests.store.made import change, commit, mine, oid

DAY = 86_400
HUNKS = (Hunk(1, 2, 1, 0), Hunk(9, 0, 7, 3))


@pytest.fixture
def mined(store, repo):
    times = {"a": 0, "b": 10, "c": 20 + DAYS, "d": 30 + DAYS, "e": 31 + DAYS}
    line = [
        commit(name, *list(times)[max(0, at - 1) : at], position=at, time=days * DAY)
        for at, (name, days) in enumerate(times.items())
    ]
    rows = [
        change("a", "A", "x.py", new="x0"),
        change("a", "A", "page.html", new="p0"),
        change("b", "M", "x.py", "x0", "x1"),
        change("c", "M", "x.py", "x1", "x2"),
        change("c", "M", "page.html", "p0", "p1"),
        change("d", "R", "y.py", "x2", "x3", previous="x.py"),
        change("d", "A", "z.py", new="z0"),
        change("e", "R", "w.py", "x3", "x3", previous="y.py"),
        change("e", "D", "z.py", old="z0"),
    ]
    mine(store, repo, line, rows, {"x0": 1})
    return repo


NEW = [3, "z.py", "z.py", *WHOLE]


def pairs(*names):
    return sorted((oid(old), oid(new)) for old, new in names)


def table(store, repo):
    return store.facts(repo, "engine", store.head(repo), ["edits"])["edits"].to_numpy().tolist()


def test_what_changed_a_year_ago_or_less_is_looked_at_in_the_languages_asked_for(store, mined):
    moment = store.head(mined)
    assert store.edits.pending(mined, moment, {"Python"}) == pairs(("x1", "x2"), ("x2", "x3"))
    assert store.edits.pending(mined, moment, {"C"}) == []


def test_what_was_looked_at_is_told_newest_first_and_not_looked_at_again(store, mined):
    store.edits.add([Edit(oid("x1"), oid("x2"), HUNKS), Edit(oid("x2"), oid("x3"), HUNKS[:1])])
    assert store.edits.pending(mined, store.head(mined), {"Python"}) == []
    assert table(store, mined) == [
        NEW,
        [3, "y.py", "x.py", 1, 2, 1, 0],
        [2, "x.py", "x.py", 9, 0, 7, 3],
        [2, "x.py", "x.py", 1, 2, 1, 0],
    ]


def test_a_version_that_could_not_be_read_has_no_row_and_is_not_asked_for_again(store, mined):
    store.edits.add([Edit(oid("x1"), oid("x2"), ())])
    assert store.edits.pending(mined, store.head(mined), {"Python"}) == pairs(("x2", "x3"))
    assert table(store, mined) == [NEW]


def test_another_version_looks_again_and_takes_its_place(store, mined, monkeypatch):
    store.edits.add([Edit(oid("x1"), oid("x2"), HUNKS)])
    monkeypatch.setattr(stored_edits, "EDITS_VERSION", "another")
    assert table(store, mined) == [NEW]
    store.edits.add([Edit(oid("x1"), oid("x2"), HUNKS[:1])])
    assert len(table(store, mined)) == 2


def test_earlier_moments_look_a_year_back_from_there(store, mined):
    moment = store.moment(mined, oid("b"))
    assert store.edits.pending(mined, moment, {"Python"}) == pairs(("x0", "x1"))
