"""The record of refreshes, which survives a rebuild of the facts."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.model.history import FAILED, OK, STALE, Round, Visit
from analyzer.store.store import Store
from tests.store.made import oid


def visit(name: str, head: str = "x", outcome: str = OK, **rest: object) -> Visit:
    return Visit(name, f"https://example.org/{name}", outcome, "main", oid(head) if head else "", 5, 2, **rest)  # type: ignore[arg-type]


def add(store: Store, started: int, *visits: Visit, title: str = "T") -> Round:
    return store.record.add(Round(0, title, started, started + 3, visits))


def heads(**names: str) -> dict[str, str]:
    return {f"https://example.org/{name}": oid(head) for name, head in names.items()}


def test_rounds_come_back_newest_first_with_figures_that_did_not_change(store):
    first = add(store, 10, visit("a", figures={"commits": 3, "ratio": 2.5, "x": None}, notes=("a: n",), tags=("1",)))
    second = add(store, 20, visit("a", figures={"commits": 3, "ratio": 2.5, "x": None}, tags=("1",)))
    found = store.record.newest(9)
    assert [one.started for one in found] == [20, 10]
    assert (found[1].number, found[0].number) == (first.number, second.number)
    assert [one.visits[0].figures for one in found] == [{"commits": 3, "ratio": 2.5, "x": None}] * 2
    assert found[1].visits[0].notes == ("a: n",)
    assert store.record.newest(1)[0].visits[0].figures == {"commits": 3, "ratio": 2.5, "x": None}
    assert store.record.newest(1) == found[:1]


def test_no_two_rounds_have_the_same_beginning(store):
    assert [add(store, 10, visit("a")).started for _ in range(3)] == [10, 11, 12]
    assert [add(store, time, visit("a")).started for time in (5, 9, 9)] == [5, 9, 13]


def test_one_round_of_a_wrong_clock_moves_no_later_one(store, tmp_path):
    wrong = 4_000_000_000
    assert [add(store, time, visit("a")).started for time in (100, wrong, 200, 300)] == [100, wrong, 200, 300]
    assert [one.started for one in store.record.newest(9)] == [300, 200, wrong, 100]
    assert store.record.last_good("https://example.org/a") == 300
    told = store.record.newest(9)
    with Store.open(tmp_path / "again.sqlite") as again:
        assert again.record.restore(told[::-1]) == 4
        assert again.record.newest(9) == told


def test_the_outcome_of_a_round_is_the_worst_of_its_visits():
    for outcomes, worst in (((OK, OK), OK), ((OK, STALE), STALE), ((STALE, FAILED), FAILED), ((), OK)):
        visits = tuple(visit("a", outcome=outcome) for outcome in outcomes)
        assert Round(1, "T", 1, 1, visits).outcome == worst


def test_tags_are_those_of_the_newest_round_that_wrote_them(store):
    numbers = [
        add(store, time, visit("a", tags=tags)).number for time, tags in ((1, ("1",)), (2, ("1",)), (3, ("1", "2")))
    ]
    place = "https://example.org/a"
    assert [store.record.tags(place, number) for number in numbers] == [("1",), ("1",), ("1", "2")]
    assert store.record.tags("elsewhere", 9) is None


def test_when_a_repository_was_read_last_is_known(store):
    add(store, 1, visit("a"))
    add(store, 2, visit("a", outcome=STALE))
    assert store.record.last_good("https://example.org/a") == 1
    assert store.record.last_good("elsewhere") is None


def test_the_state_before_is_the_newest_one_that_differs(store):
    add(store, 1, visit("a", "x"), visit("b", "y"))
    add(store, 2, visit("a", "x"), visit("b", "y"))
    add(store, 3, visit("a", "z"))
    add(store, 4, visit("b", "y"))
    found = store.record.states(heads(a="z", b="y"))
    assert found is not None
    before, now = found
    assert (dict(before.heads), before.first, before.last) == (heads(a="x", b="y"), 1, 2)
    assert (dict(now.heads), now.first, now.last) == (heads(a="z", b="y"), 3, 4)
    assert store.record.states(heads(b="y")) is None
    assert store.record.states(heads(a="elsewhere")) is None
    assert store.record.states({}) is None


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_states_are_what_a_walk_through_all_rounds_finds(tmp_path_factory, moves):
    with Store.open(tmp_path_factory.mktemp("s") / "facts.sqlite") as store:
        walked: list[dict[str, str]] = []
        now: dict[str, str] = {}
        for time, (name, head) in enumerate(moves, 1):
            add(store, time, visit(name, head))
            now = {**now, **heads(**{name: head})}
            if not walked or walked[-1] != now:
                walked.append(now)
        found = store.record.states(now)
        assert (found and [dict(one.heads) for one in found]) == (walked[-2:] if len(walked) > 1 else None)


def test_notes_are_told_once_and_only_those_behind_a_round(store):
    first = add(store, 1, visit("a", notes=("old",)))
    for time in (2, 3):
        add(store, time, visit("a", notes=("moved", f"at {time}")))
    assert store.record.notes("https://example.org/a", first.number) == ("moved", "at 2", "at 3")


def test_where_a_name_was_read_from_goes_by_the_title(store):
    add(store, 1, visit("a"))
    assert store.record.called("T", "a") == "https://example.org/a"
    assert store.record.called("Other", "a") is None


@pytest.mark.parametrize("missing", [["rounds"], ["visits"], ["rounds", "visits"]])
def test_a_store_of_before_gets_the_tables_of_the_record_and_keeps_its_facts(tmp_path, missing):
    path = tmp_path / "facts.sqlite"
    with Store.open(path) as store:
        store.repository("a", "a")
    with sqlite3.connect(path) as connection:
        for name in missing:
            connection.execute(f"DROP TABLE {name}")
    connection.close()
    with Store.open(path) as store:
        assert not store.rebuilt
        assert [location for location, *_ in store.repositories()] == ["a"]
        assert add(store, 1, visit("a")).number


def test_the_record_survives_another_version_of_the_facts(tmp_path):
    path = tmp_path / "facts.sqlite"
    with Store.open(path) as store:
        add(store, 1, visit("a", figures={"commits": 1}))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE key = 'shape'")
    connection.close()
    with Store.open(path) as store:
        assert store.rebuilt
        assert store.record.newest(1)[0].visits[0].figures == {"commits": 1}


def test_text_of_strangers_is_stored_as_far_as_a_database_takes_it(store):
    add(store, 1, Visit("a", "a", OK, "m\0ain", oid("x"), 1, notes=("n\ud800",), tags=("t\0",)))
    (found,) = store.record.newest(1)
    assert found.visits[0].branch == "m\ufffdain"
    assert found.visits[0].notes == ("n\ufffd",)


def test_a_record_is_taken_back_under_its_numbers_into_an_empty_store(store, tmp_path):
    written = [
        add(store, 10, visit("a", figures={"commits": 3}, tags=("1",), notes=("a: n",))),
        add(store, 20, visit("a", figures={"commits": 3}, tags=("1",)), visit("b", "", FAILED, detail="gone")),
        add(store, 30, visit("a", "y", figures={"commits": 4}, tags=("1", "2"))),
    ]
    assert [one.visits[0].tags for one in written] == [("1",), None, ("1", "2")]
    place = "https://example.org/a"
    with Store.open(tmp_path / "again.sqlite") as again:
        assert again.record.restore(written[1:]) == 2
        assert [one.number for one in again.record.newest(9)] == [3, 2]
        assert again.record.restore(written) == 0  # There is a record.
    with Store.open(tmp_path / "whole.sqlite") as whole:
        assert whole.record.restore([*written, written[0], Round(4, "T", 30, 31, ())]) == 3
        assert whole.record.newest(9) == store.record.newest(9)
        for number in (1, 2, 3):
            assert whole.record.tags(place, number) == store.record.tags(place, number)
        assert whole.record.states(heads(a="y")) == store.record.states(heads(a="y"))
        assert add(whole, 40, visit("a")).number == 4
