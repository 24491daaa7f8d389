"""What changed since the last refresh that found another state, and the alerts that this raises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analyzer import pipeline
from analyzer.errors import ConfigError, UnknownName
from analyzer.export.comparison_json import dumps, loads
from analyzer.model.comparison import Comparison
from analyzer.model.repository import RepositorySpec
from analyzer.model.since import Alarm, Alert
from analyzer.session import Session
from tests.repos import RepoBuilder, git

NOW = 1_600_000_000
DAY = 86_400
HALF = "# one\nx = 1\n"
QUARTER = "# one\nx = 1\ny = 2\nz = 3\n"


@pytest.fixture
def builder(tmp_path: Path) -> RepoBuilder:
    made = RepoBuilder(tmp_path / "one.git")
    made.tag("1.0", made.commit({"a.py": HALF}, day=1, message="Begin\n"))
    made.build()
    return made


def on(session: Session, days: int) -> Session:
    return replace(session, now=NOW + days * DAY)


def compared(
    session: Session, *builders: RepoBuilder, update: bool = True, alerts: tuple[Alert, ...] = ()
) -> Comparison:
    specs = [RepositorySpec(made.path.stem, made.path.as_uri()) for made in builders]
    return pipeline.compare(session, specs, base=Path.cwd(), title="T", as_of=None, update=update, alerts=alerts)


def grow(builder: RepoBuilder) -> None:
    builder.commit({"a.py": QUARTER}, day=3, by="Bob <bob@example.org>", message="Say less\n")
    builder.commit({"b.txt": "b\n"}, day=4, by="Bob <bob@example.org>")
    builder.tag("1.1", builder.commit({"c.txt": "c\n"}, day=5, by="Cy <cy@example.org>"))
    builder.tag("nightly", 1)
    builder.build()


def test_the_first_refresh_has_nothing_to_set_against(session: Session, builder: RepoBuilder) -> None:
    assert compared(session, builder).since is None


def test_what_is_new_is_told_with_figures_then_and_now(session: Session, builder: RepoBuilder) -> None:
    before = compared(session, builder)
    grow(builder)
    made = compared(on(session, 9), builder)
    assert made.since is not None
    assert (made.since.before, made.since.after) == (NOW, NOW + 9 * DAY)
    (change,) = made.since.changes
    assert (change.sha_before, change.sha) == (before.columns[0].sha, made.columns[0].sha)
    assert (change.commits, change.people, change.names) == (3, 2, ("Bob", "Cy"))
    assert change.releases == ("1.1",)
    figures = {moved.now.slug: (moved.then, moved.now.value, moved.difference) for moved in change.figures}
    assert figures["commits"] == (1, 4, 3)
    assert figures["contributors"] == (1, 3, 2)
    assert figures["lines"] == (1, 3, 2)
    assert figures["comment-ratio"] == (50, 25, -25)
    assert (change.points, [part.title for part in change.movers]) == (-25, ["Say less"])
    # Then is what the report said then.
    for moved in change.figures:
        assert moved.then == before.row(moved.now.slug).cells[0].value
        assert moved.now.value == made.row(moved.now.slug).cells[0].value


def test_it_depends_on_the_record_and_not_on_the_clock(session: Session, builder: RepoBuilder) -> None:
    compared(session, builder)
    compared(on(session, 1), builder)
    grow(builder)
    first = compared(on(session, 2), builder)
    pages = {dumps(first), dumps(compared(on(session, 3), builder)), dumps(compared(on(session, 9), builder))}
    pages.add(dumps(compared(on(session, 10), builder, update=False)))
    assert pages == {dumps(first)}
    assert first.since is not None
    assert (first.since.before, first.since.after) == (NOW + DAY, NOW + 2 * DAY)
    assert loads(dumps(first)) == first


def test_a_repository_that_stayed_where_it_was_has_nothing_to_tell(
    tmp_path: Path, session: Session, builder: RepoBuilder
) -> None:
    other = RepoBuilder(tmp_path / "two.git")
    other.commit({"a.py": HALF})
    other.build()
    compared(session, builder, other)
    grow(builder)
    since = compared(on(session, 1), builder, other).since
    assert since is not None
    assert [change.anything for change in since.changes] == [True, False]


def test_a_repository_that_is_new_in_the_comparison_is_said_to_be(
    tmp_path: Path, session: Session, builder: RepoBuilder
) -> None:
    compared(session, builder)
    other = RepoBuilder(tmp_path / "two.git")
    other.commit({"a.py": HALF})
    other.build()
    since = compared(on(session, 1), builder, other).since
    assert since is not None
    assert [change.sha_before == "" for change in since.changes] == [False, True]


def test_a_rewritten_history_has_a_note_and_no_count(session: Session, builder: RepoBuilder) -> None:
    compared(session, builder)
    git(builder.path, "update-ref", "-d", "refs/heads/main")
    other = RepoBuilder(builder.path)
    other.commit({"b.py": "y = 1\n"}, day=8)
    other.build()
    since = compared(on(session, 1), builder).since
    assert since is not None
    (change,) = since.changes
    assert (change.rewritten, change.commits, change.figures) == (True, 0, ())
    assert change.notes[0].startswith("one: the history of main was rewritten")


def alarms(session: Session, builder: RepoBuilder, *alerts: Alert) -> list[Alarm]:
    return list(compared(session, builder, alerts=alerts).alarms)


def test_alerts_are_held_against_values_and_their_changes(session: Session, builder: RepoBuilder) -> None:
    low = Alert("low", "comment_ratio", "one", "<", 30)
    fell = Alert("fell", "comment_ratio", "one", "<=", -20, changed=True)
    busy = Alert("busy", "commits", "one", ">", 10, window="12m")
    assert [(one.measured, one.raised) for one in alarms(session, builder, low, fell, busy)] == [
        (50, False),
        (None, False),
        (1, False),
    ]
    grow(builder)
    for days in (1, 2):
        found = alarms(on(session, days), builder, low, fell, busy)
        assert [(one.measured, one.raised) for one in found] == [(25, True), (-25, True), (4, False)]


@pytest.mark.parametrize(
    ("alert", "error"),
    [
        (Alert("x", "comment_ration", "one", "<", 1), UnknownName),
        (Alert("x", "comment_ratio", "one", "<", 1, definition="openhup"), UnknownName),
        (Alert("x", "comment_ratio", "one", "<", 1, window="12m"), ConfigError),
        (Alert("x", "licence", "one", "<", 1), ConfigError),
    ],
)
def test_an_alert_that_could_never_be_raised_is_refused(
    session: Session, builder: RepoBuilder, alert: Alert, error: type[ConfigError]
) -> None:
    with pytest.raises(error):
        alarms(session, builder, alert)
