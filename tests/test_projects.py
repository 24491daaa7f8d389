"""Several repositories as one project, the whole way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.errors import AnalyzerError, BadMoment
from analyzer.export.comparison_json import dumps, loads
from analyzer.model.claim import Claim
from analyzer.model.comparison import Comparison
from analyzer.model.project import Project
from analyzer.model.repository import RepositorySpec
from analyzer.session import Session
from tests.repos import DAY, EPOCH, RepoBuilder
from tests.stages.conftest import Listener, listener, session

__all__ = ["listener", "session"]

BOTH = Project("both", ("north", "south"))


@pytest.fixture
def specs(tmp_path: Path) -> list[RepositorySpec]:
    """Ada wrote in both, under two names; the mailmap of the south says so."""
    north = RepoBuilder(tmp_path / "north.git")
    north.commit({"a.py": "# one\nx = 1\n"}, day=1)
    north.commit({"a.py": "# one\nx = 1\ny = 2\nz = 3\n"}, day=3, by="Bob <bob@example.org>")
    north.tag("1.0", 2)
    south = RepoBuilder(tmp_path / "south.git")
    mailmap = "Ada <ada@example.org> <countess@example.net>\n"
    south.commit({"a.py": "# b\n# c\n# d\nw = 1\n", ".mailmap": mailmap}, day=2, by="Countess <countess@example.net>")
    south.commit({"LICENSE": "MIT License\n"}, day=4, by="Cy <cy@example.org>")
    south.tag("1.0", 2)
    return [RepositorySpec(one.path.stem, one.build().as_uri()) for one in (north, south)]


def compare(session: Session, specs: list[RepositorySpec], **rest: object) -> Comparison:
    usual: dict[str, object] = {"title": "x", "as_of": None, "base": Path.cwd()}
    return pipeline.compare(session, specs, **{**usual, **rest})  # type: ignore[arg-type]


def show(session: Session, specs: list[RepositorySpec], metric: str, **asked: object) -> list[Mapping[str, object]]:
    usual: dict[str, object] = {"as_of": None, "definition": "openhub", "by": None, "window": "all", "scopes": None}
    given = {**usual, "identity": "raw", **asked}
    return list(pipeline.show(session, specs, metric, base=Path.cwd(), **given))  # type: ignore[arg-type]


def values(comparison: Comparison, *slugs: str) -> list[object]:
    return [comparison.row(slug).cells[0].value for slug in slugs]


def test_sums_and_unions_are_those_by_hand(session: Session, specs: list[RepositorySpec]):
    found = compare(replace(session, projects=(BOTH,)), specs)
    assert [column.name for column in found.columns] == ["both"]
    # Open Hub's rule goes by name alone; the folded one knows the mailmap.
    assert values(found, "commits", "contributors", "contributors-folded") == [4, 4, 3]
    # a.py: one comment and three lines of code in the north, three and one in the south.
    assert values(found, "lines", "comment-ratio") == [4, 50.0]
    assert values(found, "lines-added-12m", "lines-removed-12m") == [2 + 2 + 4 + 1 + 1, 0]
    assert values(found, "first-commit", "latest-commit") == [EPOCH + DAY, EPOCH + 4 * DAY]
    steps = found.series["comment_ratio"][0]
    assert list(steps.values) == pytest.approx([50.0, 100 * 4 / 6, 50.0, 50.0])
    assert found.repositories == ("north", "south")


def test_what_no_project_has_is_missing_with_its_reason(session: Session, specs: list[RepositorySpec]):
    asking = replace(session, projects=(BOTH,))
    cell = compare(asking, specs).row("unique-lines").cells[0]
    assert cell.value is None
    assert cell.note == "It is not known which lines the repositories of a project have in common."
    (row,) = show(asking, specs, "unique_lines")
    assert row["value"] != row["value"]
    assert row["note"] == cell.note


def test_the_receipts_are_those_of_each_repository(session: Session, specs: list[RepositorySpec]):
    found = loads(dumps(compare(replace(session, projects=(BOTH,)), specs)))
    (column,) = found.columns
    assert [one.name for one in column.members] == ["north", "south"]
    assert all(len(one.sha) == 40 and one.branch == "main" for one in column.members)
    assert (column.sha, column.time) == ("", EPOCH + 4 * DAY)
    page = pipeline.write_report(session, found, session.workspace.reports / "x.html").read_text("utf-8")
    assert "read from the whole history of 2 repositories" in page
    assert all(one.sha in page for one in column.members)
    (row,) = show(replace(session, projects=(BOTH,)), specs, "commits")
    assert row["commit"] is None
    assert row["commits"] == {one.name: one.sha for one in column.members}


def test_a_project_of_one_repository_is_that_repository(session: Session, specs: list[RepositorySpec]):
    plain = compare(session, specs[:1])
    same = compare(replace(session, projects=(Project("zzz", ("north",)),)), specs[:1])
    assert same.columns == (replace(plain.columns[0], name="zzz"),)
    assert [row.cells for row in same.rows] == [row.cells for row in plain.rows]
    assert dumps(same).replace("zzz", "north") == dumps(plain)


def test_a_project_stands_beside_its_own_repository(session: Session, specs: list[RepositorySpec]):
    projects = (BOTH, Project("north", ("north",)))
    found = compare(replace(session, projects=projects), specs)
    assert [column.name for column in found.columns] == ["both", "north"]
    assert [cell.value for cell in found.row("commits").cells] == [4, 2]
    assert [order.first for order in found.orders][:1] == ["both"]


def test_at_a_date_it_is_of_the_repositories_that_were_there(session: Session, specs: list[RepositorySpec]):
    found = compare(replace(session, projects=(BOTH,)), specs, as_of="2020-01-02T12:00")
    assert [one.name for one in found.columns[0].members] == ["north"]
    assert values(found, "commits", "comment-ratio") == [1, 50.0]


def test_a_tag_is_of_one_repository(session: Session, specs: list[RepositorySpec], listener: Listener):
    asking = replace(session, projects=(BOTH, Project("north", ("north",))))
    assert [column.name for column in compare(asking, specs, as_of="1.0").columns] == ["north"]
    with pytest.raises(BadMoment, match=r"both cannot be told: 1\.0 is of one repository"):
        compare(replace(session, projects=(BOTH,)), specs, as_of="1.0")


def test_without_one_of_its_repositories_a_project_is_left_out(session: Session, specs: list[RepositorySpec]):
    gone = RepositorySpec("gone", (Path.cwd() / "nowhere").as_uri())
    asking = replace(session, projects=(Project("more", ("south", "gone")),))
    found = compare(asking, [*specs, gone])
    assert [column.name for column in found.columns] == ["north"]
    told = {trouble.repository: trouble.detail for trouble in found.troubles}
    assert told["more"] == "it has no gone, which could not be read"
    with pytest.raises(AnalyzerError, match="more cannot be told"):
        compare(asking, [specs[1], gone])


def test_claims_rankings_and_explanations_are_of_projects(session: Session, specs: list[RepositorySpec]):
    asking = replace(session, projects=(BOTH,))
    claim = Claim("half", "Half are comments", "comment_ratio", "both", "=", 50, 0.5, "openhub")
    found = compare(asking, specs, claims=[claim])
    assert found.claims[0].holds
    assert found.ladder[0].values == (50.0,)
    (change,) = pipeline.why(
        asking,
        specs,
        "comment_ratio",
        base=Path.cwd(),
        start="2020-01-03T12:00",
        end=None,
        definition="openhub",
        scopes=None,
        top=None,
    )
    assert change.repository == "both"
    assert change.points == pytest.approx(50 - 100 * 4 / 6)
    assert [part.name for part in change.splits["file"].parts] == ["north/a.py"]
    assert [part.points for part in change.splits["commit"].parts] == [pytest.approx(change.points)]


def test_what_came_with_a_younger_repository_is_its_own(session: Session, specs: list[RepositorySpec]):
    (change,) = pipeline.why(
        replace(session, projects=(BOTH,)),
        specs,
        "comment_ratio",
        base=Path.cwd(),
        start="2020-01-02T12:00",
        end="2020-01-03T12:00",
        definition="openhub",
        scopes=None,
        top=None,
    )
    assert change.points == pytest.approx(100 * 4 / 6 - 50)
    assert [part.name for part in change.splits["file"].parts] == ["south/a.py"]
    assert change.splits["commit"].rest is None


def test_people_are_listed_across_the_repositories(session: Session, specs: list[RepositorySpec]):
    (roster,) = pipeline.people(
        replace(session, projects=(BOTH,)), specs, base=Path.cwd(), as_of=None, identity="mailmap"
    )
    assert {one.name: one.commits for one in roster.members} == {"Ada": 2, "Bob": 1, "Cy": 1}
