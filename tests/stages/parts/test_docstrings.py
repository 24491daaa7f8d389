"""Docstrings of one tree, from a mirror into the store."""

from __future__ import annotations

from pathlib import Path

from analyzer import pipeline
from analyzer.count.docstrings import DOCSTRINGS_VERSION
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.stages.parts.docstrings import BLOBS_A_CHUNK, read_docstrings
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import RepoBuilder


def test_every_python_content_of_the_tree_is_parsed_in_as_many_chunks_as_it_takes(
    tmp_path: Path, session: Session
) -> None:
    count = BLOBS_A_CHUNK + 1
    builder = RepoBuilder(tmp_path / "one.git")
    files = {f"a{number}.py": f"def f{number}(): 'd'\n" for number in range(count)}
    builder.commit({**files, "page.html": "<p>\n"}, day=1)
    spec = RepositorySpec("one", builder.build().as_uri())
    refreshed = pipeline.refresh(session, [spec], base=tmp_path, history_only=True)
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, refreshed.read, None)
        asked = (place.read.repository, place.moment, DOCSTRINGS_VERSION)
        assert len(store.contents.pending("docstrings", *asked)) == count
        read_docstrings(session, store, pool, place)
        assert store.contents.pending("docstrings", *asked) == []
        table = store.facts(place.read.repository, "one", place.moment, ["docstrings"])["docstrings"]
        assert table["functions_documented"].sum() == count
