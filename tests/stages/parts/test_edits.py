"""Recent edits of program files, from a mirror into the store."""

from __future__ import annotations

from pathlib import Path

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.stages.parts.edits import PAIRS_A_CHUNK, PART, PROGRAMS, read_edits
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import RepoBuilder


def test_every_two_versions_of_program_files_are_compared_in_as_many_chunks_as_it_takes(
    tmp_path: Path, session: Session
) -> None:
    count = PAIRS_A_CHUNK + 1
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({**{f"a{number}.py": f"{number}\nb\n" for number in range(count)}, "page.html": "<p>\n"}, day=1)
    builder.commit({**{f"a{number}.py": f"{number}\nc\n" for number in range(count)}, "page.html": "<b>\n"}, day=2)
    spec = RepositorySpec("one", builder.build().as_uri())
    refreshed = pipeline.refresh(session, [spec], base=tmp_path, history_only=True)
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, refreshed.read, None)
        assert len(store.edits.pending(place.read.repository, place.moment, PROGRAMS)) == count
        read_edits(session, store, pool, place)
        assert store.edits.pending(place.read.repository, place.moment, PROGRAMS) == []
        table = store.facts(place.read.repository, "one", place.moment, ["edits"])["edits"]
        table = table[table["position"] == 1]
        assert len(table) == count
        assert table[["position", "old", "removed", "new", "added"]].drop_duplicates().to_numpy().tolist() == [
            [1, 1, 1, 1, 1]
        ]


def test_it_goes_by_the_switch_of_hot_spots() -> None:
    assert (PART.tables, PART.switch, PART.late) == (("edits",), "coupling", False)
