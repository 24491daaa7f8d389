"""`[[alert]]` and `[schedule]`: what somebody wants to be told of, and when, as the configuration states it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from analyzer.config.alert_tables import AlertTable, ScheduleTable
from analyzer.config.toml import line_of
from analyzer.errors import ConfigError
from analyzer.model.numbers import Number
from analyzer.model.schedule import Schedule, seconds
from analyzer.model.since import Alert
from analyzer.model.wording import listed


def alerts(
    tables: Sequence[AlertTable], columns: Sequence[str], names: Sequence[str], path: Path, text: str
) -> tuple[Alert, ...]:
    """Return the alerts; one without a repository becomes one for each column of the report.

    `columns` are repositories and projects, `names` those of all repositories, `path` and `text` the file: raises
    ConfigError with the line of an alert about what is not in it.
    """
    known = list(dict.fromkeys((*columns, *names)))
    found: list[Alert] = []
    for index, table in enumerate(tables):
        wanted = table.repository
        if wanted is not None and wanted not in known:
            place = line_of(text, ("alert", index, "repository"))
            near = difflib.get_close_matches(wanted, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {listed(known)}"
            raise ConfigError(f"{path}:{place}: alert {index + 1}: there is no repository {wanted!r}", hint=hint)
        found += [_alert(table, name) for name in ([wanted] if wanted is not None else columns)]
    return tuple(found)


def _alert(table: AlertTable, repository: str) -> Alert:
    limit = table.change if table.value is None else table.value
    changed = table.value is None
    what = "change" if changed else "value"
    made = re.sub(r"[^a-z0-9]+", "-", f"{table.metric}-{what}".lower()).strip("-")
    return Alert(
        name=table.name or made,
        metric=table.metric,
        repository=repository,
        operator=table.operator,
        value=_number(limit or Decimal(0)),
        changed=changed,
        definition=table.definition or "",
        window=table.window,
        identity=table.identity,
    )


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)


def schedule(table: ScheduleTable | None, path: Path, text: str) -> Schedule | None:
    """Return the schedule that the file states; None if there is none.

    Whether an expression of cron is one is not known here: `analyzer.schedule.plan` says so.
    """
    if table is None:
        return None
    return Schedule(
        cron=" ".join((table.cron or "").split()),
        every=seconds(table.every) if table.every else 0,
        jitter=seconds(table.jitter) if table.jitter else 0,
        timezone=table.timezone,
        stated=f"{path}:{line_of(text, ('schedule', 'cron'))}" if table.cron else "",
    )
