"""What the commands of schedules have in common, and what `diptych schedule` does."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer.cli.choice import USUAL, configuration
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.errors import ConfigError
from analyzer.model import wording
from analyzer.model.history import OK
from analyzer.model.schedule import span
from analyzer.schedule.plan import Plan, plan
from analyzer.schedule.standing import Status, status
from analyzer.schedule.units import Job, units
from analyzer.stages import reports

if TYPE_CHECKING:
    from analyzer.config import Configuration

_ENOUGH = 1000
"""Refreshes that are looked through for the last one that read a repository."""


def planned(wanted: Configuration, place: Path) -> Plan:
    """Return the plan of a configuration. Raises ConfigError if it has none, or one that never comes."""
    if wanted.schedule is None:
        hint = 'add one: [schedule] with every = "6h", or cron = "30 6 * * *" and timezone = "Europe/Berlin"'
        raise ConfigError(f"{place} has no schedule", hint=hint)
    return plan(wanted.schedule, str(place.absolute()))


def print_units(options: Globals, kind: str, config: Path | None, folder: Path | None, name: str) -> None:
    """Print the files for another scheduler, or write them into a folder and say their names."""
    place = config or options.root / USUAL
    wanted = configuration(options.root, config)
    schedule = planned(wanted, place).schedule
    relative = place.name if config is None else str(config)
    job = Job(name, (*_program(), *_words(options, place)), str(options.root), relative)
    files = units(kind, schedule, job)
    for file, text in files.items():
        if folder is None:
            click.echo(f"# {file}" if len(files) > 1 else "", nl=len(files) > 1)
            click.echo(text)
        else:
            _write(folder / file, text)


def _program() -> tuple[str, ...]:
    """Return how this program is started, from whatever folder."""
    found = shutil.which(sys.argv[0]) if Path(sys.argv[0]).stem == "diptych" else None
    return (str(Path(found).absolute()),) if found else (sys.executable, "-m", "analyzer")


def _words(options: Globals, place: Path) -> list[str]:
    words = ["--workspace", str(options.root), "--no-progress"]
    words += ["--jobs", str(options.jobs)] if options.jobs else []
    return [*words, "run", str(place.absolute())]


def _write(path: Path, text: str) -> None:
    from analyzer.render.output import write

    write(text, path)
    click.echo(f"Written: {clean(str(path))}")


def tell_status(options: Globals, config: Path | None, as_json: bool) -> int:
    """Print how the schedule stands; return 1 if something is overdue."""
    place = config or options.root / USUAL
    wanted = configuration(options.root, config)
    made = planned(wanted, place)
    rounds = reports.history(options.workspace, _ENOUGH)
    names = [spec.name for spec in wanted.repositories]
    read = [(one.started, visit.name) for one in rounds for visit in one.visits if visit.outcome == OK]
    good = {name: next((started for started, who in read if who == name), None) for name in names}
    now = int(time.time())
    found = status(made, [one for one in rounds if any(visit.name in names for visit in one.visits)], good, now)
    if as_json:
        click.echo(dumps(_plain(found)))
    else:
        _print(found, now)
    return 1 if found.late or any(one.overdue for one in found.repositories) else 0


def _print(found: Status, now: int) -> None:
    if found.last is None:
        click.echo("Last refresh: none yet")
    else:
        took = span(found.last.finished - found.last.started)
        click.echo(f"Last refresh: {_when(found.last.started)}, took {took}, {found.last.outcome}")
    late = (
        f", overdue by {span(found.late)}" if found.late else f", in {span(found.due - now)}" if found.due > now else ""
    )
    click.echo(f"Next refresh: {_when(found.due) if found.due > now or found.late else 'now'}{late}")
    rows = tuple(
        (one.name, _when(one.good), one.outcome or wording.NOTHING, "yes" if one.overdue else "no", one.detail)
        for one in found.repositories
    )
    Sheet(("Repository", "Read last", "Outcome", "Overdue", "Why"), rows).show()


def _when(seconds: int | None) -> str:
    return "never" if seconds is None else f"{wording.moment(seconds):%Y-%m-%d %H:%M:%S} UTC"


def _plain(found: Status) -> dict[str, object]:
    last = found.last
    return {
        "last": last and {"started": wording.instant(last.started), "outcome": last.outcome},
        "next": wording.instant(found.due),
        "overdue_seconds": found.late,
        "repositories": [
            {
                "name": one.name,
                "read": None if one.good is None else wording.instant(one.good),
                "outcome": one.outcome or None,
                "overdue": one.overdue,
                "detail": one.detail or None,
            }
            for one in found.repositories
        ],
    }
