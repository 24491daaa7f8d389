"""What `diptych verify` does and prints: a line for each table, and what differs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.errors import ConfigError
from analyzer.model.verification import Draw
from analyzer.model.wording import NOTHING, count, plural

if TYPE_CHECKING:
    from analyzer.model.verification import TableCheck, Verification

DIFFERS = 1
"""Exit code: the cache is not what a cold reading gives."""
_SHOWN_DIGITS = 12
_AMOUNT = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(%?)", re.ASCII)
_WHOLE = 100


def verify_all(
    options: Globals,
    config: Path | None,
    repositories: Sequence[str],
    sample: str | None,
    seed: int | None,
    as_json: bool,
) -> int:
    """Verify what was asked for, repository by repository, and return the exit code. Raises ConfigError."""
    if seed is not None and sample is None:
        raise ConfigError("--seed has no effect without --sample", hint="add --sample, or leave the seed out")
    from analyzer.stages.verifying import Verify

    wanted = choose(options.root, config, repositories)
    found = []
    with options.session(wanted) as session:
        draw = None if sample is None else drawn(sample, session.now if seed is None else seed)
        for one in pipeline.examine(session, wanted.repositories, Verify(draw), base=wanted.base):
            found.append(one)
            if not as_json:
                _print(one)
    if as_json:
        click.echo(dumps({"equal": all(one.equal for one in found), "repositories": found}))
    return 0 if all(one.equal for one in found) else DIFFERS


def drawn(sample: str, seed: int) -> Draw:
    """Return what "200" or "2.5%" asks for. Raises ConfigError."""
    parsed = _AMOUNT.fullmatch(sample)
    amount = float(parsed[1]) if parsed else 0.0
    percent = bool(parsed and parsed[2])
    if not amount or (percent and amount > _WHOLE) or not (percent or amount.is_integer()):
        hint = "write a whole number of commits and contents (200), or a share of them (2.5%)"
        raise ConfigError(f"{sample!r} is no sample", hint=hint)
    return Draw(amount, percent, seed)


def _print(one: Verification) -> None:
    drawn = f", a sample of {one.draw}, seed {one.draw.seed}" if one.draw else ""
    click.echo(f"{clean(one.repository)} at {one.sha[:_SHOWN_DIGITS]}{drawn}")
    for lacked in one.mended:
        click.echo(f"{clean(one.repository)}: {clean(lacked)}; that was read again before anything was compared")
    head = ("Table", "Rows", "Result", "Hash")
    rows = tuple(
        (table.name, count(table.rows) if table.compared else NOTHING, _result(table), table.cold[:_SHOWN_DIGITS])
        for table in one.tables
    )
    Sheet(head, rows, (False, True, False, False), spare=("Hash",)).show()
    for table in one.tables:
        for difference in table.differences:
            click.echo(f"{table.name}: {clean(difference.key)}")
            click.echo(f"  cache: {clean(difference.kept) or 'no such row'}")
            click.echo(f"  again: {clean(difference.cold) or 'no such row'}")
        if table.differing > len(table.differences):
            click.echo(f"{table.name}: and {count(table.differing - len(table.differences))} more")
    compared = [table for table in one.tables if table.compared]
    wrong = [table for table in compared if not table.equal]
    if wrong:
        verb = "differs" if len(wrong) == 1 else "differ"
        click.echo(f"{plural(len(wrong), 'table')} of {len(compared)} {verb}: the mirror says otherwise")
        click.echo(
            "hint: move the database in cache/ away and run again: all is read anew. The record of refreshes goes with "
            "it; reports/refreshes.jsonl keeps its lines"
        )
    else:
        click.echo(f"{plural(len(compared), 'table')}: the cache is equal to a cold reading")


def _result(table: TableCheck) -> str:
    if not table.compared:
        return f"not compared: {table.note}"
    said = "equal" if table.equal else f"{plural(table.differing, 'row')} not the same"
    return f"{said}; {table.note}" if table.note else said
