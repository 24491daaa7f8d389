"""What `diptych explain METRIC --repository R` prints: one figure with all that it depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli import explaining, showing
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.text import clean
from analyzer.errors import ConfigError, UnknownName
from analyzer.model.people import IDENTITIES
from analyzer.model.wording import count, figure, listed, moment
from analyzer.stages import measurement

if TYPE_CHECKING:
    from analyzer.model.receipt import Explained


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written on the command line; None for what was not."""

    kind: str
    name: str | None
    as_of: str | None
    window: str | None
    definition: str | None
    identity: str | None


def check_alone(asked: Asked) -> None:
    """Raise ConfigError for options that mean nothing without a repository."""
    given = {"--as-of": asked.as_of, "--window": asked.window}
    given |= {"--definition": asked.definition, "--identity": asked.identity}
    for option, value in given.items():
        if value is not None:
            raise ConfigError(f"{option} has no effect without --repository", hint="name a repository, or leave it out")


def explain_figure(
    options: Globals, asked: Asked, repositories: Sequence[str], config: Path | None, as_json: bool
) -> None:
    """Print the receipt of a figure in each repository; raises UnknownName and ConfigError."""
    from analyzer.stages import receipts

    if asked.kind == "definition" or asked.name is None:
        hint = "such as `diptych explain commits --repository NAME`"
        raise ConfigError("only a metric has a figure of a repository", hint=hint)
    known = measurement.metrics()
    if asked.name not in known:
        raise UnknownName("metric", asked.name, known)
    metric = known[asked.name]
    who = showing.Who(asked.identity)
    showing.check(metric, showing.Asked(asked.name, asked.as_of, asked.definition, None, asked.window, who, None))
    wanted = choose(options.root, config, repositories)
    question = receipts.Asked(
        metric,
        asked.window or metric.window,
        asked.identity or "openhub",
        asked.definition or wanted.definition,
    )
    with options.session(wanted) as session:
        moment_of = asked.as_of or wanted.as_of
        found = list(pipeline.examine(session, wanted.repositories, question, base=wanted.base, as_of=moment_of))
    if as_json:
        click.echo(dumps([asdict(one) for one in found]))
        return
    explaining.metric(asked.name, as_json=False)
    for one in found:
        _print(one)


def _print(one: Explained) -> None:
    told = figure(one.value, one.unit)
    counted = f"{told} {one.unit}" if isinstance(one.value, int) and one.unit in _COUNTED else told
    span = "all time"
    if one.after is not None and one.until is not None:
        span = f"{one.window}: after {_second(one.after)}, up to {_second(one.until)}"
    rule = f"{one.identity}: {IDENTITIES[one.identity]}" if one.identity else ""
    lost = [f"{count(number)} {reason}" for reason, number in one.not_counted.items()]
    rows = {
        "value": f"{'at least ' if one.floor else ''}{counted}{f' ({one.label})' if one.label else ''}",
        "made of": ", ".join(f"{name.replace('_', ' ')} {figure(part, '')}" for name, part in one.parts.items()),
        "note": one.note,
        "commit": f"{one.sha} of {_second(one.time)}",
        "history": "incomplete: a part of it is missing" if one.incomplete else "",
        "branch": f"{one.branch} of {one.location}",
        "window": span if one.window else f"none; what is dated ends at {_second(one.end)}",
        "definition": one.definition,
        "people": rule,
        "left out": ", ".join(one.exclude),
        "files not counted": listed(lost),
    }
    click.echo(f"\n{clean(one.repository)}")
    click.echo("\n".join(explaining.labelled({label: clean(text) for label, text in rows.items()}, indent="  ")))
    # On a line of its own and not broken: it is there to be copied.
    seconds = ", in seconds since 1970" if one.unit == "date" else ""
    found = f"  with git alone, in a clone{seconds}:\n{one.command}"
    alone = found if one.command else "  with git alone: no command gives it"
    click.echo(alone)


_COUNTED = frozenset({"commits", "people", "files", "lines", "days", "months", "CVEs", "releases"})
"""Units that are said behind a number."""


def _second(seconds: int) -> str:
    return f"{moment(seconds):%Y-%m-%d %H:%M:%S} UTC"
