"""What `diptych history` does: read the record of refreshes, and print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.export.history_json import plain_round
from analyzer.model import wording
from analyzer.stages import reports

if TYPE_CHECKING:
    from analyzer.model.history import Round, Visit

_SHORT_HASH = 10


def tell(options: Globals, limit: int, as_json: bool) -> None:
    """Print the newest rounds."""
    rounds = reports.history(options.workspace, limit)
    if as_json:
        click.echo(dumps([plain_round(one) for one in rounds]))
    elif not rounds:
        click.echo("There was no refresh yet.")
    else:
        head = ("Refresh", "Took", "Repository", "Commit", "New commits", "Outcome", "Noticed")
        rows = tuple(row for one in rounds for row in _rows(one))
        Sheet(head, rows, numeric=(False, True, False, False, True, False, False), spare=("Took",)).show()


def _rows(one: Round) -> list[tuple[str, ...]]:
    begun = (f"{wording.moment(one.started):%Y-%m-%d %H:%M:%S} UTC", f"{one.finished - one.started} s")
    rows = [_row(visit) for visit in one.visits] or [("", "", "", "", "")]
    return [(*(begun if place == 0 else ("", "")), *row) for place, row in enumerate(rows)]


def _row(visit: Visit) -> tuple[str, ...]:
    noticed = "; ".join([*visit.notes, *([visit.detail] if visit.detail else [])])
    new = wording.count(visit.new_commits) if visit.head else ""
    return visit.name, visit.head[:_SHORT_HASH], new, visit.outcome, noticed
