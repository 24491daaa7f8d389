"""The cache against a cold reading: equal when nothing was touched, and any value that was is found."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.model.uncounted import Reason
from analyzer.model.verification import Draw, Verification
from analyzer.session import Read, Session
from analyzer.stages import cold, verifying
from analyzer.stages.recounting import RECOUNTS
from analyzer.store import natural
from analyzer.store.columns import metadata
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import EPOCH
from tests.stages.verified import SCRIPT, history, read, session_in, tampered

ALL = Draw(100, True, 1)
VALUES = [
    (table.name, column.name)
    for table in metadata.sorted_tables
    if table.name not in natural.NOT_FACTS | {"not_counted"}
    for column in table.columns
    if column.name != "repository_id"
    # The number of a row is no fact, nor how deaths are put together; for which version found it, see below.
    and (table.name, column.name) != ("line_deaths", "ordinal")
    and not (len(table.primary_key) == 1 and column.primary_key and not column.foreign_keys)
    and not (table.name in RECOUNTS and column.name in ("counter_id", "version_id"))
]


@dataclass(frozen=True)
class Two:
    """A cache, and a cold reading beside it."""

    session: Session
    known: Read
    fresh: Store
    again: Read
    what: cold.Wanted

    def held(self, store: Store) -> list[str]:
        """Return the tables of another copy of the cache that are not as the cold reading has them."""
        ours, theirs = store.canonical.of(self.known.repository), self.fresh.canonical.of(self.again.repository)
        with ours as kept, theirs as second:
            return [one.name for one in verifying.compared(kept, second, self.what) if not one.equal]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("verified")
    session = session_in(folder)
    spec = read(session, history(folder / "one.git").build())
    with Store.open(session.workspace.database) as store, Store.open(folder / "cold.sqlite") as fresh:
        known = pipeline._known(session, store, [spec], folder).read[0]
        again = Read(spec, known.mirror, fresh.repository(known.mirror.location, spec.name))
        with store.canonical.of(known.repository) as kept:
            what = cold.wanted(kept, known, None)
        with Workers(1) as pool:
            cold.fill(session, fresh, pool, again, what, all_of_it=True)
            assert cold.follow(session, fresh, pool, again, store, known)
        yield Two(session, known, fresh, again, what)


def copied(two: Two, folder: Path) -> Path:
    copy = folder / "copy.sqlite"
    with sqlite3.connect(two.session.workspace.database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    return copy


def test_what_nobody_touched_is_equal(two: Two, tmp_path: Path) -> None:
    with Store.open(copied(two, tmp_path)) as store:
        assert two.held(store) == []


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_one_changed_value_is_found_in_its_table(two: Two, tmp_path: Path, table: str, column: str) -> None:
    copy = copied(two, tmp_path)
    assert tampered(copy, table, column), f"the history has no row of {table}"
    with Store.open(copy) as store:
        assert table in two.held(store)


def test_a_row_that_is_missing_or_too_many_is_found(two: Two, tmp_path: Path) -> None:
    copy = copied(two, tmp_path)
    with sqlite3.connect(copy) as connection:
        connection.execute("delete from tags where name = '0.9'")
        words = (1, 0, Reason.SHALLOW.value, "here", "")
        connection.execute("insert into not_counted values (?, ?, ?, ?, ?)", words)
    with Store.open(copy) as store:
        assert two.held(store) == ["not_counted", "tags"]


def test_every_table_of_facts_has_somebody_who_reads_it_again() -> None:
    history = {"repositories", "identities", "blobs", "paths", "commits", "parents", "trailers", "changes", "tags"}
    history.add("vulnerabilities")
    followers = {name for recount in RECOUNTS.values() for name in recount.followers}
    known = {*history, "not_counted", *RECOUNTS, *followers, *verifying._LINES}
    assert sorted(natural.fact_tables()) == sorted(known)


def verified(session: Session, spec: RepositorySpec, draw: Draw | None = None) -> Verification:
    (found,) = pipeline.examine(session, [spec], verifying.Verify(draw), base=Path.cwd())
    return found


def show(session: Session, spec: RepositorySpec, metric: str, as_of: str) -> None:
    asked = {"as_of": as_of, "definition": "openhub", "by": None, "window": "all", "identity": "raw", "scopes": None}
    pipeline.show(session, [spec], metric, base=Path.cwd(), **asked)  # type: ignore[arg-type]


def test_a_cache_that_grew_and_was_asked_for_other_moments_is_equal(tmp_path: Path) -> None:
    session, builder = session_in(tmp_path), history(tmp_path / "one.git")
    spec = read(session, builder.build())
    for metric in ("radon", "unique_lines", "docstring_coverage", "low_risk_change", "coupling"):
        show(session, spec, metric, "1.0")
        show(session, spec, metric, "2020-01-05")
    builder.commit({"late.py": "# late\nx = 1\n", "web/add.js": SCRIPT}, time=EPOCH + 20 * 86_400)
    builder.build()
    read(session, tmp_path / "one.git")
    found = verified(session, spec)
    assert [(table.name, table.differences, table.note) for table in found.tables if not table.equal] == []
    assert all(table.compared and not table.note for table in found.tables)
    assert {table.name for table in found.tables if table.rows == 0} == {"not_counted"}
    assert list(session.workspace.cache.glob("verify-*")) == []


def test_what_differs_is_shown_as_both_have_it_without_an_address(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    spec = read(session, history(tmp_path / "one.git").build())
    with sqlite3.connect(session.workspace.database) as connection:
        connection.execute("update changes set added = added + 5 where added = 7")
        connection.execute("update trailers set value = 'Cy <cy@example.net>'")
        connection.execute("update identities set email = 'ada@example.net' where name = 'Ada'")
    found = {table.name: table for table in verified(session, spec).tables}
    (one,) = found["trailers"].differences
    assert one.kept.startswith("value Cy <(address ")
    assert (found["changes"].differing, len(found["changes"].differences)) == (4, 3)
    first = found["changes"].differences[0]
    assert (first.kept, first.cold) == ("added 12", "added 7")
    assert first.key.split()[1] in ("add.py", "gone.py", "side.py", "web/add.js")
    told = " ".join(side for table in found.values() for one in table.differences for side in (one.kept, one.cold))
    assert "@" not in told


def test_a_sample_of_all_finds_what_was_changed_and_one_of_nothing_touched_is_equal(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    spec = read(session, history(tmp_path / "one.git").build())
    assert verified(session, spec, ALL).equal
    assert verified(session, spec, Draw(2, False, 5)).equal
    database = session.workspace.database
    for table, column in (("changes", "added"), ("blob_lines", "code"), ("blob_functions", "complexity")):
        tampered(database, table, column)
    found = verified(session, spec, ALL)
    assert {table.name for table in found.tables if not table.equal} == {"changes", "blob_lines", "blob_functions"}
    assert {table.note for table in found.tables if not table.compared} == {"not in a sample"}


def test_a_table_of_one_row_is_compared_whole_in_a_sample(two: Two) -> None:
    rows = [("a" * 40, 1, 2, "rules", None)]
    assert natural.keys("survival") == ()
    assert verifying._within("survival", rows, two.what, rows) == rows


def test_the_same_seed_draws_the_same(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    spec = read(session, history(tmp_path / "one.git").build())
    first, second, other = (verified(session, spec, Draw(2, False, seed)) for seed in (1, 1, 2))
    assert first.tables == second.tables
    assert first.tables != other.tables
    assert next(table.rows for table in first.tables if table.name == "commits") == 2


def test_what_another_version_found_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    spec = read(session, history(tmp_path / "one.git").build())
    with sqlite3.connect(session.workspace.database) as connection:
        connection.execute("insert into words (word) values ('radon of old')")
        connection.execute(
            "update blob_complexity set counter_id = (select word_id from words where word = 'radon of old')"
        )
    found = {table.name: table for table in verified(session, spec).tables}
    assert all(table.equal for table in found.values())
    assert found["blob_complexity"].note.endswith("of another version left out")
    assert found["blob_functions"].note.endswith("of another version left out")


def test_a_scratch_store_that_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    spec = read(session, history(tmp_path / "one.git").build())
    left = session.workspace.cache / "verify-999999999"
    left.mkdir()
    assert verified(session, spec).equal
    assert not left.exists()


def test_lines_that_were_not_followed_yet_are_not_compared(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    path = history(tmp_path / "one.git").build()
    spec = RepositorySpec("one", path.as_uri())
    pipeline.refresh(session, [spec], base=tmp_path, history_only=True)
    found = verified(session, spec)
    assert found.equal
    notes = {table.name: table.note for table in found.tables if not table.compared}
    assert set(notes) == {"survival", "line_states", "line_deaths", "comment_changes", "stale_comments"}
    assert set(notes.values()) == {"lines were not followed up to the head yet"}
    shutil.rmtree(session.workspace.root)
