"""When refreshes are wanted, as the configuration states it."""

from __future__ import annotations

from dataclasses import dataclass, field

from analyzer.errors import ConfigError
from analyzer.model.wording import listed

SPANS = {"m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
"""Units of time that `every` and `jitter` are written in -> seconds."""
_ALSO = {"s": 1}
_LONGEST = 12
"""Digits, zeros in front among them: Python refuses to read thousands."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One schedule: either `cron` or `every` is given."""

    cron: str = ""
    """Five fields as in crontab(5), or an alias like "@daily"; empty for `every`."""
    every: int = 0
    """Seconds from the beginning of one refresh to that of the next; 0 for `cron`."""
    jitter: int = 0
    """Up to so many seconds later, so that many machines do not ask at once."""
    timezone: str = "UTC"
    """Name of the zone whose clock `cron` is about, as in the tz database."""
    stated: str = field(default="", compare=False)
    """File and line that state it, for messages; empty if no file does."""


def seconds(text: str) -> int:
    """Return "90s", "30m", "6h", "1d" or "2w" in seconds. Raises ConfigError for any other text."""
    units = {**SPANS, **_ALSO}
    number, unit = text[:-1], text[-1:]
    plain = number.isascii() and number.isdigit() and len(number) <= _LONGEST
    if unit not in units or not plain or not 0 < int(number) < 10**6:
        raise ConfigError(f"{text!r} is no span of time", hint='write it like "90s", "30m", "6h", "1d" or "2w"')
    return int(number) * units[unit]


def span(length: int) -> str:
    """Return so many seconds in words: "6 hours", "1 day and 30 minutes", "45 seconds"."""
    names = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
    parts = []
    for name, size in names:
        count, length = divmod(length, size)
        if count:
            parts.append(f"{count} {name}{'' if count == 1 else 's'}")
    return listed(parts[:2]) or "no time"
