from __future__ import annotations

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.model.commit import Commit, Signature
from analyzer.model.moment import Moment
from analyzer.store.store import Store
from analyzer.store.words import clean
from tests.store.made import change, commit, line, oid

EXAMPLES = count()
NUMBERS = st.integers(-(2**63), 2**63 - 1)
# Everything that Python takes for text, halves of surrogate pairs and NUL too: names come from strangers.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
PEOPLE = st.builds(Signature, TEXTS, TEXTS, NUMBERS, st.integers(-(2**31), 2**31 - 1))
COMMITS = st.builds(
    Commit,
    st.binary(min_size=20, max_size=20).map(bytes.hex) | st.binary(min_size=32, max_size=32).map(bytes.hex),
    PEOPLE,
    PEOPLE,
    st.lists(st.binary(min_size=20, max_size=20).map(bytes.hex), max_size=3).map(tuple),
    st.none() | st.integers(0, 2**31 - 1),
    TEXTS,
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batch=st.lists(COMMITS, max_size=5, unique_by=lambda made: made.sha))
def test_commits_come_back_as_they_were_stored(store, batch):
    # A repository for each example: stored commits are left as they are.
    repo = store.repository(f"example {next(EXAMPLES)}", "engine")
    store.add_commits(repo, batch)
    reach = {made.sha for made in batch}
    moment = Moment(oid("any"), 0, 0, 0)
    facts = store.facts(repo, "engine", moment, ["commits", "trailers"], reach=reach)
    by_sha = {row.sha: row for row in facts["commits"].itertuples()}
    assert list(by_sha) == [made.sha for made in batch]
    for made in batch:
        row = by_sha[made.sha]
        assert (row.author_name, row.author_email) == (clean(made.author.name), clean(made.author.email))
        assert (row.committer_name, row.committer_email) == (clean(made.committer.name), clean(made.committer.email))
        assert (row.author_time, row.author_offset, row.commit_time) == (*made.author[2:], made.committer.time)
        assert (row.parents, row.subject) == (len(made.parents), clean(made.subject))
        assert row.position == (-1 if made.position is None else made.position)
        found = facts["trailers"][facts["trailers"]["commit_id"] == row.commit_id]
        assert list(zip(found["key"], found["value"], strict=True)) == [
            (clean(key), clean(value)) for key, value in made.trailers
        ]


def test_adding_commits_twice_changes_nothing(store, repo):
    batch = [*line("a", "b"), commit("m", "b", "x", trailers=(("Co-authored-by", "Bob"),))]
    assert store.add_commits(repo, batch) == 3
    before = dump(store)
    assert store.add_commits(repo, iter(batch)) == 3
    assert dump(store) == before


def dump(store: Store) -> list[str]:
    with store._database.reading() as connection:
        return list(connection.connection.dbapi_connection.iterdump())


def test_two_repositories_may_hold_the_same_commits(store, repo):
    fork = store.repository("https://example.org/bob/engine", "fork")
    store.add_commits(repo, line("a", "b"))
    store.add_commits(fork, line("a"))
    store.drop_commits(repo, [oid("a"), oid("b")])
    assert store.known_commits(repo) == set()
    assert store.known_commits(fork) == {oid("a")}


def test_pending_are_all_but_merges_and_the_merges_on_the_trunk_with_their_first_parent(store, repo):
    store.add_commits(
        repo,
        [
            commit("root", position=0),
            commit("side", "root"),
            commit("side merge", "side", "root"),
            commit("merge", "root", "side merge", position=1),
            commit("octopus", "merge", "side", "root", position=2),
        ],
    )
    assert store.pending_changes(repo) == [
        (oid("root"), None),
        (oid("side"), None),
        (oid("merge"), oid("root")),
        (oid("octopus"), oid("merge")),
    ]


def test_a_merge_that_comes_to_the_trunk_becomes_pending(store, repo):
    store.add_commits(repo, [commit("a", position=0), commit("b", "a"), commit("m", "b", "a")])
    store.add_changes(repo, [oid("a"), oid("b")], [])
    assert store.pending_changes(repo) == []
    store.set_positions(repo, [oid("a"), oid("b"), oid("m")])
    assert store.pending_changes(repo) == [(oid("m"), oid("b"))]


def test_places_follow_the_trunk_that_is_given(store, repo):
    store.add_commits(repo, line("a", "b", "c"))
    store.set_positions(repo, [oid("a"), oid("c")])
    assert store.moment(repo, oid("b")) is None
    assert [store.moment(repo, oid(name)).position for name in ("a", "c")] == [0, 1]


def test_the_same_trunk_again_writes_nothing(store, repo):
    store.add_commits(repo, line("a", "b", "c"))
    with store._database.reading() as connection:
        before = connection.connection.dbapi_connection.total_changes
    store.set_positions(repo, list(map(oid, "abc")))
    with store._database.reading() as connection:
        assert connection.connection.dbapi_connection.total_changes == before


def test_dropped_commits_take_everything_with_them(store, repo):
    said = {"trailers": (("Key", "value"),), "vulnerabilities": ("CVE-2020-1234",)}
    store.add_commits(repo, [*line("a", "b")[:1], commit("b", "a", position=1, **said)])
    assert list(store.facts(repo, "x", store.head(repo), ["vulnerabilities"])["vulnerabilities"]["cve"]) == [
        "CVE-2020-1234"
    ]
    store.add_changes(repo, [oid("a"), oid("b")], [change("b", "A", "x.py", new="x")])
    store.trees.set_read(repo, "unique_lines", oid("b"), "1")
    store.trees.set_unique_lines(repo, oid("b"), "1", {("Python", "source"): 3})
    store.drop_commits(repo, [oid("b"), oid("never seen")])
    assert store.known_commits(repo) == {oid("a")}
    with store._database.reading() as connection:
        for table in ("changes", "trailers", "vulnerabilities", "parents", "parts_read", "unique_lines"):
            assert connection.exec_driver_sql(f"SELECT * FROM {table}").all() == []


def test_batches_are_taken_apart_and_none_is_lost(store, repo, monkeypatch):
    monkeypatch.setattr("analyzer.store.commits.BATCH", 3)
    names = [f"c{number}" for number in range(8)]
    assert store.add_commits(repo, line(*names)) == 8
    assert [sha for sha, _parent in store.pending_changes(repo)] == list(map(oid, names))
