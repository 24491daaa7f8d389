"""What `diptych diff` does: read two reports, set their headline figures against each other, print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.model import alert_words, wording
from analyzer.stages import reports

if TYPE_CHECKING:
    from analyzer.compare.differences import Difference
    from analyzer.model.headlines import Said

_SHORT_HASH = 10


def tell(then: Path, now: Path, as_json: bool) -> None:
    """Print how two reports differ."""
    found = reports.differences(then, now)
    if as_json:
        click.echo(dumps([_plain(one) for one in found]))
        return
    for place, one in enumerate(found):
        if place:
            click.echo()
        _print(one)


def _print(one: Difference) -> None:
    click.echo(clean(f"{one.name}: {_where(one.then)} -> {_where(one.now)}"))
    if one.figures:
        Sheet(
            head=("", "then", "now", "change"),
            rows=tuple(
                (
                    moved.now.title,
                    wording.figure(moved.then, moved.now.unit),
                    wording.figure(moved.now.value, moved.now.unit),
                    alert_words.moved(moved),
                )
                for moved in one.figures
            ),
            numeric=(False, True, True, True),
        ).show()


def _where(said: Said | None) -> str:
    if said is None:
        return "not in the report"
    return f"{said.sha[:_SHORT_HASH]} of {wording.day(said.time)}" if said.sha else wording.day(said.time)


def _plain(one: Difference) -> dict[str, object]:
    return {
        "repository": one.name,
        "then": one.then and _end(one.then),
        "now": one.now and _end(one.now),
        "figures": [
            {
                "slug": moved.now.slug,
                "title": moved.now.title,
                "unit": moved.now.unit,
                "definition": moved.now.definition or None,
                "then": moved.then,
                "now": moved.now.value,
                "change": moved.difference,
            }
            for moved in one.figures
        ],
    }


def _end(said: Said) -> dict[str, object]:
    return {"commit": said.sha or None, "time": said.time, "location": said.location or None}
