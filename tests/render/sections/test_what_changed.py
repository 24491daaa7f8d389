"""What changed since the last refresh, at the top of the report."""

from __future__ import annotations

from dataclasses import replace

from analyzer.model.blocks import Prose, Table
from analyzer.model.headlines import Figure
from analyzer.model.ratio_change import RatioPart
from analyzer.model.since import Alarm, Alert, Change, Moved, Since
from analyzer.render.page import render
from analyzer.render.sections.what_changed import what_changed
from tests.render import build
from tests.render.sections.conftest import small

RATIO = Moved(Figure("comment-ratio", "Comment ratio", "percent", 25.25, "openhub"), 25.0)
COMMITS = Moved(Figure("commits", "Commits (all time)", "commits", 1_210), 1_200)
MOVER = RatioPart("f" * 40, 0.3, 12, 4, "Say more", build.END - build.DAY)
GREW = Change(
    "flask",
    "b" * 40,
    "a" * 40,
    commits=10,
    people=7,
    names=("Ada", "Bob"),
    releases=("3.1", "3.2"),
    figures=(COMMITS, RATIO),
    points=0.25,
    movers=(MOVER,),
)


def blocks(*changes: Change, alarms: tuple[Alarm, ...] = ()):
    since = Since(build.END, build.END + build.DAY, changes) if changes else None
    return what_changed.blocks(replace(small(), since=since, alarms=alarms))


def text(*changes: Change, alarms: tuple[Alarm, ...] = ()) -> list[str]:
    return [block.text for block in blocks(*changes, alarms=alarms) if isinstance(block, Prose)]


def test_it_is_as_it_was(check_gold):
    check_gold(what_changed)


def test_without_an_earlier_state_there_is_nothing_to_say():
    assert blocks() == ()


def test_what_is_new_stands_above_the_figures_then_and_now():
    opening, told, figures, movers = blocks(GREW, Change("django", "c" * 40, "c" * 40))
    assert isinstance(opening, Prose)
    assert isinstance(told, Prose)
    assert isinstance(figures, Table)
    assert isinstance(movers, Table)
    assert opening.text == (
        "What changed from the refresh of 18 June 2026 to that of 19 June 2026. Nothing changed in django."
    )
    assert told.text == (
        "flask has 10 new commits, and 7 authors who had none before: Ada, Bob and 5 others. Released: 3.1 and 3.2."
    )
    assert figures.rows == (
        ("Commits (all time)", "1,200", "1,210", "+10"),
        ("Comment ratio", "25.0 %", "25.2 %", "+0.25 points"),
    )
    assert figures.groups == (("flask", 2),)
    assert movers.rows == (("Say more\nffffffffff, 17 June 2026", "+0.300"),)
    assert movers.groups == (("flask: +0.250 in all", 1),)


def test_two_refreshes_of_one_day_have_their_times_of_day():
    since = Since(build.END, build.END + 60, (GREW,))
    _, _, table, _ = what_changed.blocks(replace(small(), since=since))
    assert isinstance(table, Table)
    assert table.head == ("Figure", "18 June 2026, 15:37:49 UTC", "18 June 2026, 15:38:49 UTC", "Change")


def test_a_new_repository_a_rewritten_one_and_what_was_noticed_are_told():
    new = Change("flask", "b" * 40, "")
    gone = Change("django", "b" * 40, "a" * 40, rewritten=True, notes=("django: its history was rewritten",))
    assert text(new, gone)[1:] == [
        "flask was read for the first time.",
        "The commit that django was at, aaaaaaaaaa, is no longer part of it: what is new cannot be told. "
        "django: its history was rewritten.",
    ]


def test_alerts_that_are_raised_or_cannot_be_told_come_first():
    low = Alert("low", "comment_ratio", "flask", "<", 26)
    fell = Alert("fell", "lines", "flask", "<", -100, changed=True)
    alarms = (
        Alarm(low, "percent", "Comment ratio", 25.25, True),
        Alarm(low, "percent", "Comment ratio", 27.0, False),
        Alarm(fell, "lines", "Lines", None, False),
        Alarm(fell, "lines", "Lines", -1_200, True),
    )
    assert text(alarms=alarms) == [
        "Alert: Comment ratio of flask is 25.2 %, which is below 26.0 %: that is the alert “low”.",
        "Lines of flask cannot be held against the alert “fell”: there is no earlier state to compare with.",
        "Alert: Lines of flask changed by −1,200, which is below −100: that is the alert “fell”.",
    ]


def test_names_and_subjects_of_strangers_are_no_markup(tmp_path):
    hostile = replace(GREW, names=(build.HOSTILE,), movers=(replace(MOVER, title=build.HOSTILE),))
    page = render(replace(small(), since=Since(1, 2, (hostile,))), scratch=tmp_path)
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page
