"""What `diptych badge` does: ask for one figure, and write it as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import native, plain
from analyzer.cli.showing import Asked, Who, check
from analyzer.cli.text import clean
from analyzer.errors import ConfigError, UnknownName
from analyzer.model.window import parse_window
from analyzer.model.wording import figure
from analyzer.stages import measurement

if TYPE_CHECKING:
    from analyzer.model.metric import Metric


@dataclass(frozen=True, slots=True)
class Wanted:
    """The figure that a badge shows; None for the usual way."""

    metric: str
    as_of: str | None
    definition: str | None
    window: str | None
    identity: str | None
    label: str | None


def make_badge(
    options: Globals, wanted: Wanted, repository: str | None, config: Path | None, output: Path | None
) -> None:
    """Print the badge or write it; raises UnknownName and ConfigError for what no single figure answers."""
    metrics = measurement.metrics()
    if wanted.metric not in metrics:
        raise UnknownName("metric", wanted.metric, metrics)
    metric = metrics[wanted.metric]
    check(
        metric, Asked(wanted.metric, wanted.as_of, wanted.definition, None, wanted.window, Who(wanted.identity), None)
    )
    chosen = choose(options.root, config, (repository,) if repository else ())
    if len(chosen.repositories) > 1:
        names = ", ".join(spec.name for spec in chosen.repositories)
        raise ConfigError("a badge shows one repository", hint=f"name it with --repository: {names}")
    with options.session(chosen) as session:
        rows = pipeline.show(
            session,
            chosen.repositories,
            wanted.metric,
            base=chosen.base,
            as_of=wanted.as_of or chosen.as_of,
            definition=wanted.definition or chosen.definition,
            by=None,
            window=wanted.window or metric.window,
            identity=wanted.identity or _identity(metric),
            scopes=None,
        )
    _write(wanted.label or _label(metric, wanted.window), _value(rows, metric), output)


def _write(label: str, value: str, output: Path | None) -> None:
    from analyzer.export.badge import badge
    from analyzer.stages.writing import save

    picture = badge(label, value)
    if output is None:
        click.echo(picture, nl=False)
    else:
        click.echo(f"Written: {clean(str(save(picture.encode('utf-8'), output.absolute())))}")


def _identity(metric: Metric) -> str:
    # As the report's own rows have it: a badge beside a report says the same.
    return "openhub" if metric.tells_people else "raw"


def _label(metric: Metric, window: str | None) -> str:
    span = window or metric.window
    return metric.title if span == "all" else f"{metric.title} ({parse_window(span).name})"


def _value(rows: list[dict[str, object]], metric: Metric) -> str:
    """Return the figure in words: of a repository without that moment, a dash."""
    if not rows:
        return figure(None, metric.unit)
    value = rows[0].get("value")
    known = plain(native(value) if hasattr(value, "item") else value)
    return figure(known if isinstance(known, int | float | str) else None, metric.unit)
