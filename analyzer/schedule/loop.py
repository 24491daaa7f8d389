"""The loop of `diptych watch`: wait until a refresh is due, make it, write down how it stands, until told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from analyzer.errors import StoreError
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
    _wrong: set[str] = field(default_factory=set, init=False)
    """What did not work when it was tried last, and has been told."""

    def run(self, *, rounds: int | None = None) -> int:
        """Refresh whenever it is due until told to stop, or so many times; return how many refreshes were made."""
        made = 0
        # What was broken off may be on record and still have no report.
        begun = None if self.health.broken_off() else self._newest(None)
        self._show(State.WAITING)
        while (rounds is None or made < rounds) and not self._waited(begun):
            begun = self.clock.now()
            if not self._refreshed(begun):
                break
            made += 1
        self._show(State.STOPPED)
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
            self._show(State.WAITING, due)
            if due != told:
                self.log.event(
                    "waiting", f"the next refresh is due at {wording.instant(due)}", due=wording.instant(due)
                )
                told = due
            if self.clock.wait(min(left, BEAT)):
                return True
            begun = self._newest(begun)
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

    def _newest(self, begun: int | None) -> int | None:
        """Return when the last refresh began, by what is known or by the record; None if there was none.

        One that begins in the future was made when the clock was wrong, and says nothing.
        """
        try:
            recorded = self.last()
            self._wrong.discard("record")
        except StoreError as error:
            recorded = None
            self._complain("record", error.message)
        now = self.clock.now()
        return max((one for one in (begun, recorded) if one is not None and one <= now), default=None)

    def _show_refreshing(self) -> None:
        self._show(State.REFRESHING)

    def _show(self, state: State, due: int | None = None) -> None:
        """Write the health file; where that cannot be, say so and go on: refreshes matter more."""
        try:
            self.health.write(state, self.clock.now(), due=due)
            self._wrong.discard("health")
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._complain("health", f"{self.health.path} cannot be written: {reason}")

    def _complain(self, what: str, message: str) -> None:
        if what not in self._wrong:
            self._wrong.add(what)
            self.log.event(f"no-{what}", message)
