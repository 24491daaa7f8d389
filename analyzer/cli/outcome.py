"""What a command that makes a report says at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.model.wording import decimal, figure, listed

if TYPE_CHECKING:
    from pathlib import Path

    from analyzer.model.comparison import Cell, Comparison, Row
    from analyzer.model.uncounted import NotCounted

INCOMPLETE = 4
"""Exit code: the report was made, some repositories are not in it."""

_GROUPS = ("General", "All time", "12 months", "Code analysis", "Beside Open Hub")
"""Parts of the table that a terminal has room for; the report has all."""
# Of the windows only the longer one, and of that only who and how much: the report has the rest.
_WINDOWED = ("commits", "contributors", "commit_trend")


def missing(comparison: Comparison, wanted: Sequence[str]) -> list[str]:
    """Return the heads of the columns that were asked for and are not in the comparison."""
    there = {column.name for column in comparison.columns}
    return [name for name in wanted if name not in there]


def summary(comparison: Comparison) -> Sheet:
    """Return the short table for the terminal, a column for each repository."""
    rows = [
        row for row in comparison.rows if row.group in _GROUPS and (row.window == "all time" or row.metric in _WINDOWED)
    ]
    return Sheet(
        head=("", *(column.name for column in comparison.columns)),
        rows=(
            *((row.title, *(_words(cell, row.unit) for cell in row.cells)) for row in rows),
            *((title, *(_words(cell, row.unit) for cell in row.cells)) for title, row in _at_age(comparison)),
        ),
        numeric=(False, *(True for _ in comparison.columns)),
    )


def _at_age(comparison: Comparison) -> list[tuple[str, Row]]:
    """Return the figures at the age of the youngest repository, each with its title."""
    return [
        (f"{row.title} (at {decimal(aged.years)} years)", row) for aged in comparison.at_age[:1] for row in aged.rows
    ]


def _words(cell: Cell, unit: str) -> str:
    """Return the figure, with the word that a peer has for it behind; the word alone where it is the figure."""
    least = "at least " if cell.floor else ""
    if not cell.label or isinstance(cell.value, str) or cell.value is None:
        return cell.label or f"{least}{figure(cell.value, unit)}"
    return f"{least}{figure(cell.value, unit)} ({cell.label})"


def tell_failures(failures: Sequence[NotCounted], names: Sequence[str]) -> None:
    """Say on stderr which repositories could not be read, and why."""
    if not names:
        return
    click.echo(f"error: {clean(listed(names))} could not be read", err=True)
    for one in failures:
        if one.repository in names:
            click.echo(f"       {clean(one.repository)}: {clean(one.detail or one.reason)}", err=True)


def finish(comparison: Comparison, wanted: Sequence[str], path: Path) -> int:
    """Print where the report is and its key rows; return the exit code. `wanted` are the heads of the columns."""
    summary(comparison).show()
    click.echo(f"Report: {clean(str(path))}")
    absent = missing(comparison, wanted)
    tell_failures(comparison.troubles, absent)
    return INCOMPLETE if absent else 0
