"""Hot spots and common work, from repositories to the comparison."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.model.comparison import Comparison, Shared
from analyzer.model.quality import Quality
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from tests.repos import RepoBuilder

DAYS = 5


@pytest.fixture
def specs(tmp_path: Path) -> list[RepositorySpec]:
    """Two repositories in which Ada wrote on the same five days, once under another name of the file."""
    found = []
    for name in ("one", "two"):
        builder = RepoBuilder(tmp_path / f"{name}.git")
        builder.commit({f"{name}/was.py": "x = 0\n" * 9}, day=0)
        builder.commit({f"{name}/was.py": None, f"{name}/is.py": "x = 0\n" * 9}, day=1, by="Bob <bob@example.org>")
        for day in range(1, DAYS):
            builder.commit({f"{name}/is.py": "x = 0\n" * (9 + day)}, day=day)
        found.append(RepositorySpec(name, builder.build().as_uri()))
    return found


def compared(session: Session, specs: list[RepositorySpec], base: Path) -> Comparison:
    return pipeline.compare(session, specs, base=base, title="t", as_of=None)


def test_hot_files_and_common_days_are_in_the_comparison(
    session: Session, specs: list[RepositorySpec], tmp_path: Path
) -> None:
    found = compared(session, specs, tmp_path)
    assert [(spot.name, spot.parts["commits"], spot.value) for spot in found.places["hot-files"]] == [
        ("one/is.py", 6, 100),
        ("two/is.py", 6, 100),
    ]
    assert found.row("hot-spots").cells[0].value == 100
    # Ada's five days and the one of Bob's.
    assert found.shared == (Shared("one", "two", 6, 2), Shared("one", "two", 6, 2, "one", "two", 100.0))


def test_all_of_it_can_be_switched_off(session: Session, specs: list[RepositorySpec], tmp_path: Path) -> None:
    found = compared(replace(session, quality=Quality(coupling=False)), specs, tmp_path)
    assert found.shared == ()
    assert "hot-spots" not in [row.slug for row in found.rows]
    assert found.places["hot-files"] == ()


def test_a_single_repository_has_nothing_to_share_with(
    session: Session, specs: list[RepositorySpec], tmp_path: Path
) -> None:
    assert compared(session, specs[:1], tmp_path).shared == ()


def test_what_a_metric_only_uses_may_be_switched_off(
    session: Session, specs: list[RepositorySpec], tmp_path: Path
) -> None:
    off = replace(session, quality=Quality(coupling=False))
    asked = {"as_of": None, "definition": "openhub", "window": "12m", "identity": "raw", "scopes": None}
    for by, count in (("file", 1), ("function", 0)):
        rows = pipeline.show(off, specs[:1], "hot_spots", base=tmp_path, by=by, **asked)
        assert len(rows) == count
