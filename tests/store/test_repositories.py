from __future__ import annotations

from analyzer.model.commit import Tag
from analyzer.model.moment import Moment
from analyzer.model.uncounted import NotCounted, Reason
from tests.store.made import line, oid


def test_a_repository_keeps_its_number_and_takes_its_new_name(store):
    first = store.repository("https://example.org/ada/engine", "engine")
    other = store.repository("https://example.org/bob/engine", "engine")
    assert store.repository("https://example.org/ada/engine", "machine") == first != other
    assert [(location, name) for location, name, _branch in store.repositories()] == [
        ("https://example.org/ada/engine", "machine"),
        ("https://example.org/bob/engine", "engine"),
    ]


def test_the_mined_head_is_none_until_set(store, repo):
    assert store.mined_head(repo) is None
    store.set_mined_head(repo, oid("a"), "main")
    assert store.mined_head(repo) == oid("a")
    assert store.repositories()[0][2] == "main"


def test_tags_are_replaced_and_told_up_to_the_moments_end(store, repo):
    store.set_tags(repo, [Tag("old", oid("a"), 1)])
    store.set_tags(repo, [Tag("2.0", oid("b"), 30), Tag("1.0", oid("a"), 10), Tag("1.1", oid("a"), 20)])
    facts = store.facts(repo, "engine", Moment(oid("b"), 5, 0, end=20), ["tags"])
    rows = list(facts["tags"].itertuples(index=False, name=None))
    assert rows == [("1.0", oid("a"), 10, ""), ("1.1", oid("a"), 20, "")]


def test_tags_whose_names_no_database_takes_are_cleaned(store, repo):
    store.add_commits(repo, line("a"))
    store.set_tags(repo, [Tag("v\0", oid("a"), 1), Tag("v\ud800", oid("a"), 2)])
    assert list(store.facts(repo, "engine", store.head(repo), ["tags"])["tags"]["name"]) == ["v\ufffd"]


def test_troubles_are_replaced_and_come_back_in_order(store, repo):
    store.set_troubles(repo, [NotCounted("engine", Reason.SHALLOW, "all of it")])
    wanted = [
        NotCounted("machine", Reason.BROKEN_OBJECT, oid("x"), "It is torn."),
        NotCounted("machine", Reason.BINARY, "a.bin"),
    ]
    store.set_troubles(repo, wanted)
    assert store.troubles(repo, "machine") == wanted
    store.set_troubles(repo, [])
    assert store.troubles(repo, "machine") == []
