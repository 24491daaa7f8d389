"""How a schedule stands."""

from __future__ import annotations

from analyzer.model.history import OK, STALE, Round, Visit
from analyzer.model.schedule import Schedule
from analyzer.schedule.plan import plan
from analyzer.schedule.standing import status

HOUR = 3_600
PLAN = plan(Schedule(every=6 * HOUR), "a")
NOW = 1_600_000_000


def one(started: int, *outcomes: str) -> Round:
    visits = tuple(Visit(name, name, outcome) for name, outcome in zip(("flask", "django"), outcomes, strict=True))
    return Round(1, "T", started, started + 60, visits)


def test_before_the_first_refresh_all_is_due_and_every_repository_overdue():
    found = status(PLAN, [], {"flask": None}, NOW)
    assert (found.last, found.due) == (None, NOW)
    assert [standing.overdue for standing in found.repositories] == [True]


def test_what_was_read_in_time_is_not_overdue():
    found = status(PLAN, [one(NOW - HOUR, OK, OK)], {"flask": NOW - HOUR, "django": NOW - HOUR}, NOW)
    assert (found.due, found.late) == (NOW + 5 * HOUR, 0)
    assert [standing.overdue for standing in found.repositories] == [False, False]


def test_a_refresh_that_did_not_come_is_overdue_by_so_much():
    found = status(PLAN, [one(NOW - 8 * HOUR, OK, OK)], {"flask": NOW - 8 * HOUR, "django": NOW - 8 * HOUR}, NOW)
    assert found.late == 2 * HOUR
    assert all(standing.overdue for standing in found.repositories)


def test_a_repository_that_fails_is_overdue_although_the_refreshes_come():
    rounds = [one(NOW - HOUR, OK, STALE)]
    found = status(PLAN, rounds, {"flask": NOW - HOUR, "django": NOW - 90 * HOUR}, NOW)
    assert found.late == 0
    assert [(standing.name, standing.outcome, standing.overdue) for standing in found.repositories] == [
        ("flask", OK, False),
        ("django", STALE, True),
    ]
