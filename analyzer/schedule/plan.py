"""A schedule -> when the next refresh is due. Pure: the moment is always given."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from analyzer.errors import ConfigError
from analyzer.model.schedule import Schedule

ALIASES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_HINT = 'write five fields as in crontab(5), such as "30 6 * * 1-5", or an alias: ' + ", ".join(ALIASES)


@dataclass(frozen=True, slots=True)
class Plan:
    """A schedule that has been checked, for one workspace."""

    schedule: Schedule
    seed: str
    """What the jitter is made of: another text, another delay."""

    def due(self, last: int | None, now: int) -> int:
        """Return when the next refresh is due, seconds since 1970 in UTC; `last` is when the last one began.

        Due at once if there was none. What was missed is made up for once, however much it was: a moment that has
        passed is returned as it is.
        """
        if last is None or last > now:
            # A record from the future is one of another clock: to wait for it could take years.
            return now
        plain = last + self.schedule.every if self.schedule.every else self._tick(last)
        return plain + self._delay(plain)

    def after(self, moment: int) -> int:
        """Return when the refresh behind one that begins at a moment is due."""
        return self.due(moment, moment)

    def _tick(self, last: int) -> int:
        zone = ZoneInfo(self.schedule.timezone)
        # A refresh that began late by its jitter belongs to the tick before it, not to the next.
        begin = datetime.fromtimestamp(last, UTC).astimezone(zone)
        try:
            return int(next(CronSim(fields(self.schedule.cron), begin)).timestamp())
        except StopIteration:
            raise ConfigError(f"schedule: cron: {self.schedule.cron!r} never comes", hint=_HINT) from None

    def _delay(self, tick: int) -> int:
        if not self.schedule.jitter:
            return 0
        # Not random: who asks twice when a refresh is due is told the same.
        mixed = hashlib.sha256(f"{self.seed}\0{tick}".encode()).digest()
        return int.from_bytes(mixed[:8], "big") % (self.schedule.jitter + 1)


def plan(schedule: Schedule, seed: str) -> Plan:
    """Return the plan for a schedule. Raises ConfigError for a cron expression that is none, or never comes."""
    made = Plan(schedule, seed)
    if schedule.cron:
        try:
            parsed(schedule.cron)
            made.after(0)
        except ConfigError as error:
            where = f"{schedule.stated}: " if schedule.stated else ""
            raise ConfigError(f"{where}{error.message}", hint=error.hint) from None
    return made


def fields(cron: str) -> str:
    """Return the five fields of an expression or alias. Raises ConfigError for an alias that is not known."""
    if cron.startswith("@"):
        found = ALIASES.get(cron.lower())
        if found is None:
            raise ConfigError(f"schedule: cron: there is no {cron!r}", hint=_HINT)
        return found
    if len(cron.split()) != 5:
        raise ConfigError(f"schedule: cron: {cron!r} has not five fields", hint=_HINT)
    return cron


def parsed(cron: str) -> CronSim:
    """Return what an expression says. Raises ConfigError."""
    try:
        return CronSim(fields(cron), datetime(2000, 1, 1, tzinfo=UTC))
    except CronSimError as error:
        reason = str(error)
        raise ConfigError(f"schedule: cron: {cron!r}: {reason[:1].lower()}{reason[1:]}", hint=_HINT) from None
