"""What `diptych ranking` does: rank, and print the ladder and the sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.making import compared
from analyzer.cli.outcome import INCOMPLETE, missing, tell_failures
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import paragraph
from analyzer.compare.turns import sentences
from analyzer.errors import ConfigError
from analyzer.model.ranking import RANKED
from analyzer.model.wording import figure

if TYPE_CHECKING:
    from analyzer.model.comparison import Comparison


def show_ranking(
    options: Globals,
    repositories: Sequence[str],
    config: Path | None,
    *,
    as_of: str | None,
    definition: str | None,
    as_json: bool,
) -> int:
    """Print the order of the repositories and return the exit code; raises ConfigError for fewer than two."""
    wanted = choose(options.root, config, repositories)
    if repositories:
        wanted = replace(wanted, claims=())  # They may be about others.
    if len(wanted.columns) < 2:
        raise ConfigError("one repository has no order", hint="name two or more with --repository")
    with options.session(wanted) as session:
        comparison = compared(session, wanted, as_of=as_of, update=False, definition=definition)
    if as_json:
        told = {"sentences": _sentences(comparison), "ladder": comparison.ladder, "orders": comparison.orders}
        click.echo(dumps({"repositories": [column.name for column in comparison.columns], **told}))
    else:
        sheet(comparison).show()
        click.echo()
        for sentence in _sentences(comparison):
            click.echo(paragraph(sentence))
    absent = missing(comparison, wanted.columns)
    tell_failures(comparison.troubles, absent)
    return INCOMPLETE if absent else 0


def _sentences(comparison: Comparison) -> tuple[str, ...]:
    # By the names that the table and the options have.
    return sentences(comparison.ladder, comparison.orders)


def sheet(comparison: Comparison) -> Sheet:
    """Return the ladder: a row for each definition, a column for each repository and part of it."""
    rungs = {(rung.definition, rung.scope): rung for rung in comparison.ladder}
    definitions = list(dict.fromkeys(rung.definition for rung in comparison.ladder))
    heads = [
        column.name if scope == "all" else f"{column.name}, {scope}"
        for scope in RANKED
        for column in comparison.columns
    ]
    rows = []
    for name in definitions:
        values = [value for scope in RANKED for value in rungs[name, scope].values]
        docstrings = "comment" if rungs[name, "all"].docstrings else "not counted"
        rows.append((name, docstrings, *(figure(value, "percent") for value in values)))
    return Sheet(("definition", "docstrings", *heads), tuple(rows), (False, False, *(True for _ in heads)))
