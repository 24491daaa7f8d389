"""Complexity of one tree, from a mirror into the store."""

from __future__ import annotations

from pathlib import Path

from analyzer import pipeline
from analyzer.count.lizard_functions import LANGUAGES, LIZARD_VERSION
from analyzer.count.python_quality import RADON_VERSION
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.stages.parts.complexity import BLOBS_A_CHUNK, read_complexity
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import RepoBuilder

COUNT = BLOBS_A_CHUNK + 1


def test_every_content_of_the_tree_is_measured_once_in_as_many_chunks_as_it_takes(
    tmp_path: Path, session: Session
) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    files = {f"a{number}.py": f"def f{number}(x): return 1 if x else 2\n" for number in range(COUNT)}
    others = {"web/b.js": "function g(a) { if (a) { return 1; } }\n", "vendor/c.js": "function h() {}\n"}
    builder.commit({**files, **others, "old.py": "print 'x'\n", "page.html": "<p>\n"}, day=1)
    spec = RepositorySpec("one", builder.build().as_uri())
    refreshed = pipeline.refresh(session, [spec], base=tmp_path, history_only=True)
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, refreshed.read, None)
        repository, moment = place.read.repository, place.moment
        assert len(store.contents.pending("radon", repository, moment, RADON_VERSION)) == COUNT + 1
        read_complexity(session, store, pool, place)
        assert store.contents.pending("radon", repository, moment, RADON_VERSION) == []
        assert store.functions.pending(repository, moment, LANGUAGES, LIZARD_VERSION) == []
        known = store.facts(repository, "one", moment, ["radon", "lizard", "functions"])
    assert known["radon"]["complexity"].sum() == 2 * COUNT
    assert list(known["radon"][known["radon"]["problem"] != ""]["path"]) == ["old.py"]
    assert list(known["lizard"]["path"]) == ["web/b.js"]
    assert set(known["functions"]["complexity"]) == {2}
    assert len(known["functions"]) == COUNT + 1
