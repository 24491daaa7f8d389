"""What a command that makes a report says at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.model.uncounted import Reason
from analyzer.model.wording import decimal, figure, listed, plural

if TYPE_CHECKING:
    from pathlib import Path

    from analyzer.model.comparison import Cell, Comparison, Row
    from analyzer.model.uncounted import NotCounted

ALARMED = 1
"""Exit code: the report was made, and an alert of the configuration is raised."""
INCOMPLETE = 4
"""Exit code: the report was made, some repositories are not in it, or are in an earlier state."""

_GROUPS = ("General", "All time", "12 months", "Code analysis", "Beyond Open Hub")
"""Parts of the table that a terminal has room for; the report has all."""
# Of the windows only the longer one, and of that only who and how much: the report has the rest.
_WINDOWED = ("commits", "contributors", "commit_trend")


def missing(comparison: Comparison, wanted: Sequence[str]) -> list[str]:
    """Return the heads of the columns that were asked for and are not in the comparison."""
    there = {column.name for column in comparison.columns}
    return [name for name in wanted if name not in there]


def outdated(comparison: Comparison) -> list[str]:
    """Return the names of the repositories that are in the comparison as they were at an earlier refresh.

    Those with carried facts are not among them: these stand in for want of a host, as they are meant to, and are told.
    """
    there = set(comparison.repositories) - {column.name for column in comparison.columns if column.note}
    # A project has the notes of all its repositories.
    notes = " ".join(column.note for column in comparison.columns)
    stale = (one for one in comparison.troubles if one.reason is Reason.NOT_UPDATED)
    behind = (one.repository for one in stale if not one.detail or one.detail.removesuffix(".") not in notes)
    return list(dict.fromkeys(name for name in behind if name in there))


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


def tell_failures(failures: Sequence[NotCounted], absent: Sequence[str], old: Sequence[str] = ()) -> None:
    """Say on stderr which repositories could not be read, and which are as they were at an earlier refresh, and why."""
    for names, what in ((absent, "read"), (old, "brought up to date")):
        if names:
            click.echo(f"error: {clean(listed(names))} could not be {what}", err=True)
        for one in failures:
            if one.repository in names and one.reason is Reason.NOT_UPDATED:
                click.echo(f"       {clean(one.repository)}: {clean(one.detail or one.reason)}", err=True)


def finish(comparison: Comparison, wanted: Sequence[str], path: Path, *, update: bool) -> int:
    """Print where the report is and its key rows; return the exit code. `wanted` are the heads of the columns.

    With `update`, a repository that is in the report in an earlier state has failed, too.
    """
    summary(comparison).show()
    click.echo(f"Report: {clean(str(path))}")
    return told(comparison, wanted, update=update)


def told(comparison: Comparison, wanted: Sequence[str], *, update: bool) -> int:
    """Say which alerts are raised and which repositories could not be read; return the exit code."""
    alarms = tell_alarms(comparison)
    incomplete = told_unread(comparison, wanted, update=update)
    return ALARMED if alarms else incomplete


def tell_alarms(comparison: Comparison) -> int:
    """Say on stderr which alerts of the configuration are raised, and return how many are."""
    raised = [alarm for alarm in comparison.alarms if alarm.raised]
    if raised:
        from analyzer.model import alert_words

        click.echo(f"error: {plural(len(raised), 'alert')} raised", err=True)
        for alarm in raised:
            click.echo(f"       {clean(alert_words.sentence(alarm))}", err=True)
    return len(raised)


def told_unread(comparison: Comparison, wanted: Sequence[str], *, update: bool) -> int:
    """Say which repositories could not be read or, with `update`, brought up to date; return the exit code."""
    absent, old = missing(comparison, wanted), outdated(comparison) if update else []
    tell_failures(comparison.troubles, absent, old)
    return INCOMPLETE if absent or old else 0
