"""What changed, and alerts, where newer facts were carried in: told as far as carried facts go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analyzer import pipeline
from analyzer.model.comparison import Comparison
from analyzer.model.since import Alert
from analyzer.session import Session
from tests.stages.test_carrying import SPEC, Forge, compared, elsewhere, exported, forge, taken

__all__ = ["forge"]

DAY = 86_400
ALERTS = (
    Alert("documented", "docstring_coverage", "engine", ">", 200),
    Alert("less documented", "docstring_coverage", "engine", "<", 0, changed=True),
    Alert("fewer comments", "comment_ratio", "engine", "<", 0, changed=True),
)


def told(session: Session, days: int, alerts: tuple[Alert, ...] = ALERTS) -> Comparison:
    later = replace(session, now=session.now + days * DAY)
    return pipeline.compare(later, [SPEC], base=Path.cwd(), title="One", as_of=None, alerts=alerts)


def grown(forge: Forge) -> None:
    forge.builder.commit({"lib/a.py": "# one\nx = 1\ny = 2\nz = 3\n"}, by="Eve <eve@firm.example>", message="Grow\n")
    forge.builder.tag("1.1", 7)
    forge.builder.build()
    forge.reach()


def at_two_heads(forge: Forge, session: Session) -> tuple[bytes, bytes]:
    first = exported(session)
    grown(forge)
    compared(session)
    second = exported(session)
    forge.part()
    return first, second


def test_newer_facts_tell_what_is_new_and_leave_out_what_is_not_among_them(forge: Forge, session: Session) -> None:
    first, second = at_two_heads(forge, session)
    other = elsewhere(session, "other")
    taken(other, first)
    told(other, 0)
    taken(other, second)
    since = told(other, 1).since
    assert since is not None
    (change,) = since.changes
    assert (change.commits, change.people, change.names, change.releases) == (1, 1, ("Eve",), ("1.1",))
    figures = {moved.now.slug: (moved.then, moved.now.value) for moved in change.figures}
    # Who is one person was told by the mailmap of the tree of then.
    assert figures["contributors"] == (None, 6)
    assert figures["lines"] == (3, 5)
    assert [part.title for part in change.movers] == ["Grow"]


def test_an_alert_is_untold_where_carried_facts_do_not_reach(forge: Forge, session: Session) -> None:
    first, second = at_two_heads(forge, session)
    other = elsewhere(session, "other")
    taken(other, first)
    told(other, 0)
    taken(other, second)
    level, change, comments = told(other, 1).alarms
    assert level.measured is not None
    assert (change.measured, change.raised) == (None, False)
    assert comments.raised


def test_an_alert_on_what_the_exporter_did_not_read_is_untold(forge: Forge, session: Session) -> None:
    content = exported(replace(session, quality=replace(session.quality, radon=False)))
    forge.part()
    other = elsewhere(session, "other")
    taken(other, content)
    (alarm,) = told(other, 0, (Alert("simple", "complexity", "engine", ">", 100),)).alarms
    assert (alarm.measured, alarm.raised) == (None, False)


def test_a_mirror_at_the_same_commit_tells_what_the_carried_facts_could_not(forge: Forge, session: Session) -> None:
    first, second = at_two_heads(forge, session)
    other = elsewhere(session, "other")
    taken(other, first)
    told(other, 0)
    taken(other, second)
    told(other, 1)
    forge.reach()
    since = told(other, 2).since
    assert since is not None
    assert {moved.now.slug: moved.then for moved in since.changes[0].figures}["contributors"] == 5
