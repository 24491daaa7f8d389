"""Cron expressions as systemd's calendar events, and intervals as cron expressions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cronsim import CronSim

from analyzer.errors import ConfigError
from analyzer.schedule.plan import parsed

_DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def on_calendar(cron: str, zone: str) -> list[str]:
    """Return OnCalendar= values that name the same moments as five fields; `zone` (" UTC") is put behind each.

    Where both days of the month and of the week are given, cron takes either and systemd both: then there are two.
    Raises ConfigError for what systemd cannot be told, such as the last Friday of a month.
    """
    found = plain(cron, "systemd")
    weekdays = sorted({day % 7 for day in found.weekdays if isinstance(day, int)})
    time = f"{_some(found.hours, range(24))}:{_some(found.minutes, range(60))}:00"
    months, days = _some(found.months, range(1, 13)), _some(found.days, range(1, 32))
    named = "" if len(weekdays) == len(_DAYS) else ",".join(_DAYS[day] for day in weekdays) + " "
    if found.day_and or not named or days == "*":
        return [f"{named}*-{months}-{days} {time}{zone}"]
    return [f"*-{months}-{days} {time}{zone}", f"{named}*-{months}-* {time}{zone}"]


def plain(cron: str, whom: str) -> CronSim:
    """Return what five fields say. Raises ConfigError for days that no other scheduler can be told, by L, W or #."""
    found = parsed(cron)
    if any(not isinstance(day, int) for day in found.weekdays) or any(day < 1 for day in found.days):
        raise ConfigError(f"{whom} cannot be told {cron!r}", hint="name days by numbers, without L, W and #")
    return found


def closest(found: CronSim) -> int:
    """Return the fewest seconds between two moments of one day, or at midnight; a day if there is one each day."""
    minutes, hours = sorted(found.minutes), set(found.hours)
    gaps = [later - sooner for sooner, later in pairwise(minutes)]
    if any((hour + 1) % 24 in hours for hour in hours):
        gaps.append(minutes[0] + 60 - minutes[-1])
    return min(gaps, default=_DAY // _MINUTE) * _MINUTE


def _some(values: Iterable[int], whole: range) -> str:
    chosen = sorted(set(values))
    return "*" if chosen == list(whole) else ",".join(f"{value:02d}" for value in chosen)


def cron_of(every: int) -> str:
    """Return five fields for an interval. Raises ConfigError for one that does not divide an hour or a day evenly."""
    if every == _DAY:
        return "0 0 * * *"
    if every == 7 * _DAY:
        return "0 0 * * 0"
    if every % _HOUR == 0 and _DAY % every == 0:
        return f"0 */{every // _HOUR} * * *" if every > _HOUR else "0 * * * *"
    if every % _MINUTE == 0 and _HOUR % every == 0:
        return f"*/{every // _MINUTE} * * * *" if every > _MINUTE else "* * * * *"
    raise ConfigError(
        "cron knows no such interval",
        hint="it knows minutes that divide an hour, hours that divide a day, a day, and a week; or give cron instead",
    )
