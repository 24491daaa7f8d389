"""What `diptych show` does: check the question, ask the pipeline, print rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps, native, plain
from analyzer.cli.tables import Sheet
from analyzer.errors import ConfigError, UnknownName
from analyzer.model.window import parse_window
from analyzer.model.wording import NOTHING, figure
from analyzer.stages import measurement

if TYPE_CHECKING:
    from analyzer.model.metric import Metric

# What says the same on every row, or is there for scripts.
_FOR_SCRIPTS = ("metric", "unit")
_GROUPS = ("repository", "definition", "identity")
_OPTIONS = {"credit": "--credit", "merges": "--no-merges", "bots": "--bots"}
_SHORT_HASH = 10
_DATES = ("since", "until")
"""Parts of a value that are times."""
# What says the same on every row of a repository.
_SPARE = ("commit", "commits", "as of", "window", "definition")


@dataclass(frozen=True, slots=True)
class Who:
    """How people are told apart, and what counts for them; None for the usual way."""

    identity: str | None = None
    credit: str | None = None
    no_merges: bool = False
    bots: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one metric."""

    metric: str
    as_of: str | None
    definition: str | None
    by: str | None
    window: str | None
    who: Who
    scopes: frozenset[str] | None
    sort: str | None = None
    top: int | None = None


def list_metrics(as_json: bool) -> None:
    """Print what can be asked for."""
    metrics = measurement.metrics()
    if as_json:
        rows = [
            {"metric": name, "title": one.title, "unit": one.unit, "by": list(one.by)} for name, one in metrics.items()
        ]
        click.echo(dumps(rows))
        return
    rows_of_text = tuple((name, one.title, one.unit, ", ".join(one.by)) for name, one in metrics.items())
    Sheet(("metric", "title", "unit", "--by"), rows_of_text).show()


def show_values(
    options: Globals, asked: Asked, repositories: Sequence[str], config: Path | None, as_json: bool
) -> None:
    """Print the values; raises UnknownName and ConfigError for questions that the metric cannot answer."""
    metrics = measurement.metrics()
    if asked.metric not in metrics:
        raise UnknownName("metric", asked.metric, metrics)
    metric = metrics[asked.metric]
    check(metric, asked)
    wanted = choose(options.root, config, repositories)
    with options.session(wanted) as session:
        rows = pipeline.show(
            session,
            wanted.repositories,
            asked.metric,
            base=wanted.base,
            as_of=asked.as_of or wanted.as_of,
            definition=asked.definition or wanted.definition,
            by=asked.by,
            window=asked.window or metric.window,
            identity=asked.who.identity or "raw",
            credit=asked.who.credit or "author",
            merges=not asked.who.no_merges,
            bots=asked.who.bots or "with",
            scopes=asked.scopes,
        )
    rows = ordered(rows, asked.sort, asked.top)
    if as_json:
        click.echo(dumps(rows))
    else:
        sheet(rows, metric.unit).show()


def ordered(rows: Sequence[dict[str, object]], sort: str | None, top: int | None) -> list[dict[str, object]]:
    """Return the first `top` rows of each repository by the column `sort`; raises UnknownName if no row has it.

    Numbers come largest first, texts by the alphabet, what cannot be told last; equal rows stay in their order.
    """
    columns = dict.fromkeys(key for row in rows for key in row)
    if sort is not None and rows and sort not in columns:
        raise UnknownName("column", sort, columns)
    groups: dict[object, list[dict[str, object]]] = {}
    for row in rows:
        groups.setdefault(tuple(row.get(key) for key in _GROUPS), []).append(row)
    if sort is not None:
        groups = {key: sorted(group, key=lambda row: _place(row.get(sort))) for key, group in groups.items()}
    return [row for group in groups.values() for row in group[:top]]


def _place(value: object) -> tuple[int, float, str]:
    known = plain(native(value) if hasattr(value, "item") else value)
    if known is None:
        return 2, 0.0, ""
    return (0, -known, "") if isinstance(known, int | float) else (1, 0.0, str(known))


def check(metric: Metric, asked: Asked) -> None:
    """Raise unless every option that was given means something for this metric: none is silently ignored."""
    if asked.by is not None and asked.by not in metric.by:
        if not metric.by:
            raise ConfigError(f"{metric.name} cannot be split", hint="leave --by out")
        raise UnknownName(f"way to split {metric.name}", asked.by, metric.by)
    if asked.window is not None:
        parse_window(asked.window)
    if asked.window not in (None, "all") and not metric.windowed:
        raise ConfigError(f"{metric.name} has no --window", hint="use --as-of for its value at another time")
    if asked.definition is not None and not metric.defined:
        raise ConfigError(f"{metric.name} is the same under every definition of comment", hint="leave --definition out")
    check_who(metric, asked.who)


def check_who(metric: Metric, who: Who) -> None:
    """Raise for a way to count people that means nothing for this metric."""
    if who.identity is not None and not metric.tells_people:
        raise ConfigError(f"{metric.name} is the same whoever is one person", hint="leave --identity out")
    given = {"credit": who.credit, "merges": who.no_merges, "bots": who.bots}
    named = next((_OPTIONS[what] for what, value in given.items() if value and what not in metric.heeds), None)
    if named is not None:
        raise ConfigError(f"{metric.name} has no {named}", hint=f"leave {named} out")


def sheet(rows: Sequence[Mapping[str, object]], unit: str) -> Sheet:
    """Return the rows as a table for people."""
    keys = [key for key in dict.fromkeys(key for row in rows for key in row) if key not in _FOR_SCRIPTS]
    numeric = tuple(any(isinstance(row.get(key), int | float) for row in rows) for key in keys)
    cells = tuple(tuple(_cell(key, row.get(key), unit) for key in keys) for row in rows)
    return Sheet(tuple(key.replace("_", " ") for key in keys), cells, numeric, _SPARE)


def _cell(key: str, value: object, unit: str) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {str(sha)[:_SHORT_HASH]}" for name, sha in value.items())
    known = plain(value)
    if known is None:
        return NOTHING
    if key == "commit":
        return str(known)[:_SHORT_HASH]
    if isinstance(known, int | float) and not isinstance(known, bool):
        return figure(known, unit if key == "value" else "date" if key in _DATES else "")
    return str(known)
