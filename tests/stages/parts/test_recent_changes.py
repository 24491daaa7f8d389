"""Recent changes, from a mirror into the store: what is new only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analyzer import pipeline
from analyzer.mine.change_version import CHANGES_VERSION
from analyzer.model.quality import Quality
from analyzer.model.repository import RepositorySpec
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.session import Session
from analyzer.stages import measurement
from analyzer.stages.moments import places
from analyzer.stages.parts.recent_changes import PART, read_recent_changes
from analyzer.stages.unread_changes import unread_changes
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import RepoBuilder


def place_of(session: Session, store: Store, builder: RepoBuilder):
    spec = RepositorySpec("one", builder.build().as_uri())
    refreshed = pipeline.refresh(session, [spec], base=builder.path.parent, history_only=True)
    (place,) = places(session, store, refreshed.read, None)
    return place


def pending(session: Session, store: Store, place) -> list[str]:
    return store.recent_changes.pending(place.read.repository, place.moment, session.quality, CHANGES_VERSION)


def test_a_second_reading_looks_at_new_commits_only_and_settings_choose_what_is_told(
    tmp_path: Path, session: Session
) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    for number in range(3):
        builder.commit({"a.py": f"def f{number}():\n    pass\n"})
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        place = place_of(session, store, builder)
        assert len(pending(session, store, place)) == 3
        read_recent_changes(session, store, pool, place)
        assert pending(session, store, place) == []
        builder.commit({"a.py": "def g():\n    pass\n", "bad.js": "{" * 8000})
        place = place_of(session, store, builder)
        assert len(pending(session, store, place)) == 1
        read_recent_changes(session, store, pool, place)
        known = measurement.facts(store, place, ["commits", "paths", *PART.tables])
        assert list(known["change_quality"]["methods"]) == [1, 2, 2, 2, 0]
        (lost,) = unread_changes(known)
        assert (lost.reason, lost.subject) == (Reason.NOT_PARSED, "bad.js")
        few = replace(place, quality=Quality(commits=2))
        assert len(measurement.facts(store, few, PART.tables)["commit_quality"]) == 2


def test_commits_that_could_not_be_read_are_told_by_hash(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    mark = builder.commit({f"{number}.py": "def f(): pass\n" for number in range(401)})
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        place = place_of(session, store, builder)
        read_recent_changes(session, store, pool, place)
        known = measurement.facts(store, place, ["commits", "paths", *PART.tables])
    detail = "A recent commit. Only the figures of recent changes are without it."
    assert unread_changes(known) == [NotCounted("one", Reason.TOO_LARGE, builder.sha(mark), detail)]


def test_without_the_tables_nothing_is_said(tmp_path: Path, session: Session) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "x\n"})
    with Store.open(session.workspace.database) as store:
        place = place_of(session, store, builder)
        assert unread_changes(measurement.facts(store, place, ["commits", "paths"])) == []
