"""Syntax of sampled trees, from a mirror into the store, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer import pipeline, workers
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.stages.parts import syntax
from analyzer.stages.parts.syntax import PART
from analyzer.store.store import Store
from analyzer.workers import Workers
from tests.repos import RepoBuilder

QUARTER = 91


def test_each_content_of_the_sampled_trees_is_parsed_once(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "def f(a: int) -> int: pass\n"}, day=0)
    builder.commit({"a.py": "def f(a): pass\n", "tests/b.py": "def f(): pass\n"}, day=1)
    builder.commit({"c.py": "def f(a): print 'old'\n"}, day=QUARTER)
    spec = RepositorySpec("one", builder.build().as_uri())
    parsed: list[str] = []
    real = workers.syntax
    monkeypatch.setattr(workers, "syntax", lambda git_dir, blobs: parsed.extend(blobs) or real(git_dir, blobs))
    read = pipeline.refresh(session, [spec], base=tmp_path, history_only=True).read
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, read, None)
        PART.read(session, store, pool, place)
        assert len(parsed) == 2
        # It is written down that all is there: nobody looks for what is missing.
        monkeypatch.setattr(store.trees.__class__, "pending_samples", None)
        PART.read(session, store, pool, place)
        table = store.facts(place.read.repository, "one", place.moment, PART.tables)["syntax_samples"]
    assert list(table["files"]) == [1, 2]
    assert list(table["files_parsed"]) == [1, 1]
    assert list(table["arguments"]) == [1, 1]
    assert list(table["annotated"]) == [0, 0]


def test_another_version_of_the_rules_reads_anew(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = RepoBuilder(tmp_path / "one.git")
    builder.commit({"a.py": "def f(a): pass\n"}, day=0)
    spec = RepositorySpec("one", builder.build().as_uri())
    read = pipeline.refresh(session, [spec], base=tmp_path, history_only=True).read
    with Store.open(session.workspace.database) as store, Workers(1) as pool:
        (place,) = places(session, store, read, None)
        PART.read(session, store, pool, place)
        monkeypatch.setattr(syntax, "_VERSION", "of tomorrow")
        asked: list[object] = []
        monkeypatch.setattr(store.trees.__class__, "pending_samples", lambda *words: asked.append(words) or [])
        PART.read(session, store, pool, place)
        assert len(asked) == 1
