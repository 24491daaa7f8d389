"""What changed in a project since the last refresh, and its alerts: as the report's column shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.export.comparison_json import dumps, loads
from analyzer.model.comparison import Comparison
from analyzer.model.project import Project
from analyzer.model.repository import RepositorySpec
from analyzer.model.since import Alert, Change
from analyzer.session import Session
from tests.repos import RepoBuilder, git
from tests.stages.conftest import listener, session

__all__ = ["listener", "session"]

BOTH = Project("both", ("north", "south"))
DAY = 86_400


class World:
    """Two repositories, and refreshes of both, each a day after the one before."""

    def __init__(self, folder: Path, session: Session) -> None:
        self.north, self.south = RepoBuilder(folder / "north.git"), RepoBuilder(folder / "south.git")
        self.north.commit({"a.py": "# one\nx = 1\n"}, day=1, by="Ada <ada@example.org>")
        self.south.commit({"a.py": "# b\n# c\n# d\nw = 1\n"}, day=2, by="Bob <bob@example.org>")
        self.south.tag("1.0", 1)
        self.session = replace(session, projects=(BOTH,))
        self.days = 0

    def compared(self, *alerts: Alert, only: tuple[str, ...] = ("north", "south")) -> Comparison:
        self.days += 1
        on = replace(self.session, now=self.session.now + self.days * DAY)
        builders = [one for one in (self.north, self.south) if one.path.stem in only]
        specs = [RepositorySpec(one.path.stem, one.build().as_uri()) for one in builders]
        made = pipeline.compare(on, specs, base=Path.cwd(), title="T", as_of=None, alerts=alerts)
        assert loads(dumps(made)) == made
        return made

    def change(self, *alerts: Alert) -> tuple[Change, Comparison]:
        made = self.compared(*alerts)
        assert made.since is not None
        (change,) = made.since.changes
        return change, made


@pytest.fixture
def world(tmp_path: Path, session: Session) -> World:
    return World(tmp_path, session)


def page(world: World, made: Comparison) -> str:
    return pipeline.write_report(world.session, made, world.session.workspace.reports / "x.html").read_text("utf-8")


def test_the_headline_figures_of_a_project_are_those_of_its_column(world: World) -> None:
    before = world.compared()
    # Ada is new to the south, but not to the project.
    world.south.commit({"b.py": "y = 1\n"}, day=5, by="Ada <ada@example.org>", message="Say y\n")
    world.south.tag("1.1", world.south.commit({"c.py": "# c\n"}, day=6, by="Cy <cy@example.org>", message="Say c\n"))
    change, made = world.change()
    assert (change.repository, change.sha, change.sha_before) == ("both", "", "")
    assert [(one.repository, one.anything) for one in change.members] == [("north", False), ("south", True)]
    assert (change.commits, change.people, change.names, change.releases) == (2, 1, ("Cy",), ("south 1.1",))
    assert change.figures
    for moved in change.figures:
        assert moved.then == before.row(moved.now.slug).cells[0].value
        assert moved.now.value == made.row(moved.now.slug).cells[0].value
    assert change.points == pytest.approx(100 * 5 / 8 - 100 * 4 / 6)
    assert {part.title for part in change.movers} == {"Say c", "Say y"}
    text = page(world, made)
    assert "both has 2 new commits, and 1 author who had none before: Cy. Released: south 1.1." in text


def test_nothing_new_in_any_repository_is_nothing_new_in_the_project(world: World) -> None:
    world.compared()
    assert world.compared().since is None


def test_a_commit_that_came_late_changes_figures_and_no_place_of_the_trunk(world: World) -> None:
    world.compared()
    world.north.commit({"a.py": "# one\nx = 1\ny = 2\n"}, day=1.5)  # The south's is of the second day.
    change, made = world.change()
    assert change.commits == 1
    assert change.movers == ()
    figures = {moved.now.slug: moved.difference for moved in change.figures}
    assert figures["commits"] == 1
    assert figures["comment-ratio"] == pytest.approx(100 * 4 / 7 - 100 * 4 / 6)
    assert "both has 1 new commit" in page(world, made)


def test_a_project_that_got_another_repository_cannot_be_set_against_what_it_was(world: World) -> None:
    world.session = replace(world.session, projects=(Project("both", ("north",)),))
    world.compared(only=("north",))
    world.session = replace(world.session, projects=(BOTH,))
    world.north.commit({"b.py": "y = 1\n"}, day=5)
    change, made = world.change()
    assert not change.told
    assert (change.commits, change.figures) == (0, ())
    text = page(world, made)
    assert "What is new in both cannot be told as a whole. south was read for the first time." in text


def test_a_rewritten_history_of_one_repository_is_told(world: World) -> None:
    world.compared()
    git(world.south.path, "update-ref", "-d", "refs/heads/main")
    world.south = RepoBuilder(world.south.path)
    world.south.commit({"b.py": "y = 1\n"}, day=8)
    change, made = world.change()
    assert [one.rewritten for one in change.members] == [False, True]
    assert change.figures == ()
    text = page(world, made)
    assert "What is new in both cannot be told as a whole. The commit that south was at" in text
    assert "the history of main was rewritten" in text


def test_a_project_of_one_repository_changes_as_that_does(world: World) -> None:
    world.session = replace(world.session, projects=(Project("zzz", ("north",)),))
    world.compared(only=("north",))
    world.north.tag("2.0", world.north.commit({"b.py": "y = 1\n"}, day=5))
    since = world.compared(only=("north",)).since
    assert since is not None
    (change,) = since.changes
    assert (change.repository, change.members, change.releases) == ("zzz", (), ("2.0",))
    assert change.sha == world.north.sha(2)


def test_alerts_are_held_against_the_project_or_one_of_its_repositories(world: World) -> None:
    many = Alert("many", "commits", "both", ">", 2)
    few = Alert("few", "commits", "south", "<", 9)
    fell = Alert("fell", "comment_ratio", "both", "<", -1, changed=True)
    people = Alert("people", "contributors", "both", "=", 2, identity="folded")
    alone = Alert("alone", "unique_lines", "both", ">", 0)
    alerts = (many, few, fell, people, alone)
    assert [(one.measured, one.raised) for one in world.compared(*alerts).alarms] == [
        (2, False),
        (1, True),
        (None, False),
        (2, True),
        (None, False),
    ]
    world.north.commit({"a.py": "# one\nx = 1\ny = 2\n"}, day=3)
    found = world.compared(*alerts).alarms
    assert [one.raised for one in found] == [True, True, True, True, False]
    assert found[0].measured == 3
    assert found[2].measured == pytest.approx(100 * 4 / 7 - 100 * 4 / 6)
