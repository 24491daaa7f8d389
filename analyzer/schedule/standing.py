"""How a schedule stands: the last refresh, the next, and what is overdue. Pure: the moment is always given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analyzer.model.history import OK, Round
from analyzer.schedule.plan import Plan

GRACE = 300
"""Seconds that a refresh may be late before it is said to be overdue."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One repository of the configuration."""

    name: str
    good: int | None
    """When the last refresh began that read it; seconds since 1970 in UTC."""
    outcome: str
    """Of its last visit; empty if there was none."""
    overdue: bool
    """Whether a refresh that was due since has not read it."""
    detail: str = ""
    """Why it is not fresh."""


@dataclass(frozen=True, slots=True)
class Status:
    """The whole schedule."""

    last: Round | None
    due: int
    """When the next refresh is due; it may have passed."""
    late: int
    """Seconds by which it is overdue; 0 if it is not."""
    repositories: tuple[Standing, ...]


def status(plan: Plan, rounds: Sequence[Round], good: Mapping[str, int | None], now: int) -> Status:
    """Return how things stand; `rounds` are the newest, newest first, `good` when each name was read last."""
    last = rounds[0] if rounds else None
    due = plan.due(last.started if last else None, now)
    late = now - due if last is None or now - due > GRACE else 0
    return Status(
        last, due, max(late, 0), tuple(_standing(plan, rounds, name, when, now) for name, when in good.items())
    )


def _standing(plan: Plan, rounds: Sequence[Round], name: str, good: int | None, now: int) -> Standing:
    visit = next((visit for one in rounds for visit in one.visits if visit.name == name), None)
    overdue = good is None or now - plan.due(good, now) > GRACE or (visit is not None and visit.outcome != OK)
    return Standing(name, good, visit.outcome if visit else "", overdue, visit.detail if visit else "")
