"""The loop of `diptych watch`: wait until a refresh is due, make it, write down how it stands, until told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from analyzer.model import wording
from analyzer.schedule.health import BROKEN_OFF, Health, State
from analyzer.schedule.plan import Plan

BEAT = 60
"""Seconds at the most between two looks at the clock, which may be set, and two writings of the health file."""


class Clock(Protocol):
    """What tells the time and lets it pass."""

    def now(self) -> int:
        """Return seconds since 1970 in UTC."""

    def wait(self, seconds: int) -> bool:
        """Let so many seconds pass; return early, and True, once somebody wants the loop to stop."""


class Log(Protocol):
    """Who is told what the loop does."""

    def event(self, name: str, message: str, **details: object) -> None:
        """Tell one event: its name for machines, a sentence for people, and details for machines."""


@dataclass(slots=True)
class Watch:
    """A loop around refreshes."""

    plan: Plan
    clock: Clock
    log: Log
    health: Health
    refresh: Callable[[Callable[[], None]], int]
    """Makes one refresh with its report and returns its exit code, BROKEN_OFF if told to stop meanwhile.

    What it is given is to be called now and then, so that the health file shows that somebody is there.
    """
    last: Callable[[], int | None]
    """Returns when the last refresh began that is on record, whoever made it."""

    def run(self, *, rounds: int | None = None) -> int:
        """Refresh whenever it is due until told to stop, or so many times; return how many refreshes were made."""
        made = 0
        # What was broken off may be on record and still have no report.
        begun = None if self.health.broken_off() else self.last()
        self.health.write(State.WAITING, self.clock.now(), due=None)
        while (rounds is None or made < rounds) and not self._waited(begun):
            begun = self.clock.now()
            if not self._refreshed(begun):
                break
            made += 1
        self.health.write(State.STOPPED, self.clock.now(), due=None)
        self.log.event("stopped", "stopped", refreshes=made)
        return made

    def _waited(self, begun: int | None) -> bool:
        """Wait until a refresh is due; return True if told to stop instead.

        A refresh that somebody else makes meanwhile counts.
        """
        if self.clock.wait(0):
            return True
        told = None
        while (left := (due := self.plan.due(begun, self.clock.now())) - self.clock.now()) > 0:
            self.health.write(State.WAITING, self.clock.now(), due=due)
            if due != told:
                self.log.event(
                    "waiting", f"the next refresh is due at {wording.instant(due)}", due=wording.instant(due)
                )
                told = due
            if self.clock.wait(min(left, BEAT)):
                return True
            begun = max((one for one in (begun, self.last()) if one is not None), default=None)
        return self.clock.wait(0)

    def _refreshed(self, begun: int) -> bool:
        """Refresh; return False if that was broken off because the watch is to stop."""
        self._show_refreshing()
        self.log.event("begun", "refreshing", begun=wording.instant(begun))
        code = self.refresh(self._show_refreshing)
        ended = self.clock.now()
        self.health.ended(begun, ended, code)
        if code == BROKEN_OFF and self.clock.wait(0):
            self.log.event("abandoned", "stopped in the middle of a refresh; what was read is kept")
            return False
        message = f"refreshed in {ended - begun} s, exit code {code}"
        self.log.event("ended", message, begun=wording.instant(begun), seconds=ended - begun, exit_code=code)
        return True

    def _show_refreshing(self) -> None:
        self.health.write(State.REFRESHING, self.clock.now(), due=None)
