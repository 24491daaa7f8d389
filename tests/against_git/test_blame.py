"""Every line of Flask is ascribed as git's own blame does, and years as git-of-theseus has them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.progress import Silent
from analyzer.session import Session
from analyzer.stages.moments import places
from analyzer.store.store import Store
from analyzer.workspace import Workspace
from tests.against_git.blame import blamed, differing, lines_of
from tests.repos import git

_FOLDER = os.environ.get("DIPTYCH_MIRRORS", "")
_PEER = shutil.which("git-of-theseus-analyze")

pytestmark = [
    pytest.mark.mirrors,
    pytest.mark.slow,
    pytest.mark.skipif(not _FOLDER, reason="DIPTYCH_MIRRORS names no folder with flask.git"),
]


@pytest.fixture(scope="module")
def flask(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, Path]:
    folder = tmp_path_factory.mktemp("flask")
    session = Session(Workspace(folder / "workspace"), jobs=2, progress=Silent(), now=1_600_000_000)
    pipeline.refresh(session, [RepositorySpec("flask", f"{_FOLDER}/flask.git")], base=folder)
    return session, Path(_FOLDER) / "flask.git"


def test_nearly_every_line_is_ascribed_as_blame_does(flask: tuple[Session, Path]) -> None:
    session, git_dir = flask
    with Store.open(session.workspace.database) as store:
        ((location, name, _),) = store.repositories()
        found = lines_of(store, store.repository(location, name))
    head = git(git_dir, "rev-parse", "HEAD").decode().strip()
    wrong = differing(git_dir, head, found)
    lines = sum(map(len, found.values()))
    assert lines > 30_000
    assert sum(count for count, _ in wrong.values()) <= 0.01 * lines, wrong


@pytest.mark.oracle
@pytest.mark.skipif(not _PEER, reason="git-of-theseus is not installed")
def test_years_have_as_many_lines_of_python_as_git_of_theseus_says(flask: tuple[Session, Path], tmp_path: Path) -> None:
    session, git_dir = flask
    git(tmp_path, "clone", "--quiet", str(git_dir), "work")
    branch = git(git_dir, "symbolic-ref", "--short", "HEAD").decode().strip()
    words = [_PEER or "", "work", "--outdir", "out", "--branch", branch, "--cohortfm", "%Y", "--only", "*.py"]
    subprocess.run([*words, "--interval", "900000000"], cwd=tmp_path, check=True, capture_output=True)
    told = json.loads((tmp_path / "out" / "cohorts.json").read_text())
    theirs = {label[-4:]: counts[-1] for label, counts in zip(told["labels"], told["y"], strict=True)}
    with Store.open(session.workspace.database) as store:
        refreshed = pipeline.refresh(session, [RepositorySpec("flask", str(git_dir))], base=tmp_path)
        (place,) = places(session, store, refreshed.read, None)
        table = store.facts(place.read.repository, "flask", place.moment, ["lifetimes"])["lifetimes"]
    there = table[(table["died"] < 0) & (table["language"] == "Python")]
    ours = there.groupby((1970 + there["written"] // 12).astype(str))["lines"].sum()
    total = sum(theirs.values())
    assert int(ours.sum()) == total
    # It follows a line into branches where we follow the trunk: two merges brought files that were moved on the branch
    # while the trunk kept one of the old name (see the test below), so that 247 and 115 lines are younger here.
    off = {year: abs(int(ours.get(year, 0)) - lines) / total for year, lines in theirs.items()}
    assert {year for year, share in off.items() if share > 0.01} <= {"2011", "2014"}
    assert max(off.values()) <= 0.015
    # What the trunk itself says of each year is the same to the line.
    born = there.groupby((1970 + there["born"] // 12).astype(str))["lines"].sum()
    assert born.to_dict() == _years_along_the_trunk(git_dir)


def _years_along_the_trunk(git_dir: Path) -> dict[str, int]:
    """Return how many lines of Python the commits of each year brought, by `git blame --first-parent`."""
    names = git(git_dir, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
    shas = [sha for name in names if name.endswith(".py") for sha in blamed(git_dir, "HEAD", name)]
    told = git(git_dir, "log", "--first-parent", "--format=%H %cd", "--date=format-local:%Y", "HEAD").decode()
    year = dict(line.split() for line in told.splitlines())
    return dict(Counter(year[sha] for sha in shas))
