from __future__ import annotations

from analyzer.model.history import Refresh
from tests.store.made import oid


def test_a_refresh_is_logged_from_its_start(store, repo):
    location = "https://example.org/ada/engine"
    number = store.start_refresh(repo, 100)
    assert store.refreshes(location) == [Refresh(location, 100, None, None, None, None, "")]
    store.finish_refresh(number, finished=130, head=oid("a"), new_commits=7, outcome="ok")
    store.set_mined_head(repo, oid("a"), "main")
    second = store.start_refresh(repo, 200)
    store.finish_refresh(second, finished=201, head=None, new_commits=0, outcome="host-not-found")
    assert store.refreshes(location) == [
        Refresh(location, 200, 201, oid("a"), None, 0, "host-not-found"),
        Refresh(location, 100, 130, None, oid("a"), 7, "ok"),
    ]
    assert store.refreshes(limit=1) == store.refreshes()[:1]
    assert store.refreshes("elsewhere") == []


def test_the_newest_twenty_comparisons_are_kept(store):
    for number in range(20):
        store.cache_comparison(f"f{number}", f"text {number}")
    store.cache_comparison("f0", "again")
    store.cache_comparison("new", "text")
    assert store.cached_comparison("f1") is None
    assert store.cached_comparison("f0") == "again"
    assert store.cached_comparison("f2") == "text 2"
    assert store.cached_comparison("new") == "text"
