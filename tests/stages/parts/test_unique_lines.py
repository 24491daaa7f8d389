"""Different lines of one tree, from a mirror into the store, once for each tree and what is excluded of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline, workers
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.measurement import facts
from analyzer.stages.moments import places
from analyzer.stages.parts.unique_lines import PART
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import RepoBuilder


def test_a_tree_is_read_once_for_what_is_excluded_of_it(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    files = {"a.py": "x = 1\ny = 2\n", "b.py": "x = 1\n", "tests/c.py": "x = 1\nz = 3\n", "logo.png": b"\0\n"}
    builder.commit(files, day=0)
    spec = RepositorySpec("one", builder.build().as_uri())
    asked: list[str] = []
    real = workers.line_hashes
    monkeypatch.setattr(workers, "line_hashes", lambda git_dir, blobs: asked.extend(blobs) or real(git_dir, blobs))
    read = pipeline.refresh(session, [spec], base=tmp_path, history_only=True).read
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, read, None)

        def found(at):
            PART.read(session, store, pool, at)
            table = facts(store, at, PART.tables)["unique_lines"]
            whole = table[table["language"] == ""]
            return dict(zip(whole["scopes"], whole["count"], strict=True))

        assert found(place) == {"source": 1, "source+ tests": 1, "tests": 1}
        assert len(asked) == 3
        assert found(place) == {"source": 1, "source+ tests": 1, "tests": 1}
        assert len(asked) == 3
        without = replace(place, read=replace(place.read, spec=replace(spec, exclude=("tests/",))))
        assert found(without) == {"source": 1, "source+": 1}
        assert found(place) == {"source": 1, "source+ tests": 1, "tests": 1}
