"""The process metrics that we make from stored changes are those of PyDriller, which reads the history for each."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from pydriller import Git
from pydriller.metrics.process import process_metric
from pydriller.metrics.process.code_churn import CodeChurn
from pydriller.metrics.process.commits_count import CommitsCount
from pydriller.metrics.process.contributors_count import ContributorsCount
from pydriller.metrics.process.contributors_experience import ContributorsExperience
from pydriller.metrics.process.hunks_count import HunksCount
from pydriller.metrics.process.lines_count import LinesCount

from analyzer import pipeline
from analyzer.model.frames import Facts
from analyzer.model.quality import Quality
from analyzer.model.repository import RepositorySpec
from analyzer.model.scope import Scope
from analyzer.session import Session
from analyzer.stages import measurement, preparing
from analyzer.stages.moments import places
from analyzer.store.store import Store
from tests.build import options
from tests.mine.pydriller_oracle import copied
from tests.repos import RepoBuilder

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
_NEEDS = ("commits", "mailmap", "changes", "paths", "commit_quality", "change_quality")
EVERYWHERE = frozenset(scope.value for scope in Scope)


class _Miner:
    """Stands for PyDriller's `Repository`: these commits, each compared once for all metrics."""

    def __init__(self, git_dir: Path, shas: list[str]) -> None:
        repository = Git(str(git_dir))
        self._commits = [repository.get_commit(sha) for sha in shas]
        for commit in self._commits:
            files = commit.modified_files
            commit.__class__ = type("Kept", (type(commit),), {"modified_files": files})

    def __call__(self, *_arguments: object, **_options: object) -> _Miner:
        return self

    def traverse_commits(self) -> list:
        return self._commits


def read(session: Session, git_dir: Path, count: int) -> Facts:
    session = replace(session, quality=Quality(months=1200, commits=count))
    refreshed = pipeline.refresh(session, [RepositorySpec("one", git_dir.as_uri())], base=git_dir.parent)
    with Store.open(session.workspace.database) as store:
        (place,) = places(session, store, refreshed.read, None)
        preparing.prepare(session, store, [place], _NEEDS, late=True)
        return measurement.facts(store, place, _NEEDS)


def hold(facts: Facts, git_dir: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Compare every figure of every file that was never renamed nor deleted, and return how many files these are."""
    # PyDriller tells people apart by their addresses alone.
    commits = facts["commits"]
    facts.tables["commits"][["author_name"]] = commits[["author_email"]]
    ours = measurement.metrics()["churn"].measure(facts, options(by="file", scopes=EVERYWHERE, identity="openhub"))
    looked_at = commits[commits["commit_id"].isin(facts["commit_quality"]["commit_id"])].sort_values("commit_id")
    monkeypatch.setattr(process_metric, "Repository", _Miner(git_dir, list(looked_at["sha"])))
    asked = {"path_to_repo": str(git_dir), "from_commit": "first", "to_commit": "last"}
    lines, people = LinesCount(**asked), ContributorsCount(**asked)
    theirs = {
        "value": lines.count(),
        "added": lines.count_added(),
        "removed": lines.count_removed(),
        "most_added": lines.max_added(),
        "churn": CodeChurn(**asked).count(),
        "commits": CommitsCount(**asked).count(),
        "contributors": people.count(),
        "minor": people.count_minor(),
        "top_share": ContributorsExperience(**asked).count(),
        "hunks": HunksCount(**asked).count(),
    }
    moved = _moved(facts)
    plain = [row for row in ours.to_dict("records") if row["path"] not in moved]
    for row in plain:
        for name, by_path in theirs.items():
            if name == "hunks" and pd.isna(row["hunks"]):
                # PyDriller has them for any text, we for what has methods.
                continue
            expected = by_path.get(row["path"])
            told = None if pd.isna(row[name]) else row[name]
            assert told == pytest.approx(expected, abs=0.005) if expected is not None else told is None, (row, name)
    return len(plain)


def _moved(facts: Facts) -> set[str]:
    """Return the paths that PyDriller loses sight of: it files what happened to them under other names, or none."""
    changes = facts["changes"].merge(facts["paths"], on="path_id")
    return set(changes.loc[~changes["kind"].isin(["A", "M"]), "path"])


def test_a_built_history(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = RepoBuilder(tmp_path / "built.git")
    lines = [f"x{number} = {number}\n" for number in range(60)]
    repo.commit({"a.py": "".join(lines), "notes.txt": "1\n", "same.py": ""})
    repo.commit({"a.py": "".join([*lines[:20], "y\n", *lines[30:]])}, by="Bob <bob@example.org>")
    repo.commit({"a.py": "".join(["z\n", *lines[:20], *lines[40:]]), "gone.py": "1\n"}, by="Bob <eve@example.org>")
    repo.commit({"gone.py": None, "notes.txt": "1\n2\n", "b/c.py": "def f(): pass\n"})
    git_dir = repo.build()
    facts = read(session, git_dir, 100)
    assert hold(facts, copied(git_dir, tmp_path), monkeypatch) == 4


@pytest.mark.mirrors
@pytest.mark.slow
@pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git and django.git")
def test_flask_s_last_commits(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git_dir = Path(_FOLDER) / "flask.git"
    facts = read(session, git_dir, 500)
    assert len(facts["commit_quality"]) == 500
    assert hold(facts, copied(git_dir, tmp_path), monkeypatch) > 100
