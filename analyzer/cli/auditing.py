"""What `diptych audit` does and prints: each figure as Diptych has it and as git prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli.choice import choose
from analyzer.cli.globals import Globals
from analyzer.cli.plain_json import dumps
from analyzer.cli.tables import Sheet
from analyzer.cli.text import clean
from analyzer.model.wording import NOTHING, plural

if TYPE_CHECKING:
    from analyzer.model.numbers import Number
    from analyzer.model.receipt import Audited

MISMATCH = 1
"""Exit code: git says otherwise."""


def audit_all(
    options: Globals,
    config: Path | None,
    repositories: Sequence[str],
    *,
    as_of: str | None,
    commands: bool,
    as_json: bool,
) -> int:
    """Print every figure that has a receipt, held against git's, and return the exit code."""
    from analyzer.stages.auditing import audit

    wanted = choose(options.root, config, repositories)
    with options.session(wanted) as session:
        moment = as_of or wanted.as_of
        found = list(pipeline.examine(session, wanted.repositories, audit, base=wanted.base, as_of=moment))
    if as_json:
        click.echo(dumps([{**asdict(one), "match": one.match} for one in found]))
    else:
        _print(found, commands)
    return 0 if all(one.match for one in found) else MISMATCH


def _print(found: Sequence[Audited], commands: bool) -> None:
    head = ("Repository", "Figure", "Diptych", "git", "Result")
    rows = [(one.repository, one.title, _digits(one.value), _digits(one.git), _result(one)) for one in found]
    Sheet(head, tuple(rows), (False, False, True, True, False)).show()
    if commands:
        for line in dict.fromkeys(one.command for one in found):
            click.echo(f"{', '.join(dict.fromkeys(one.slug for one in found if one.command == line))}:\n  {line}")
    wrong = sum(not one.match for one in found)
    untold = sum(one.value is None for one in found)
    rest = f"; {plural(untold, 'figure')} cannot be told" if untold else ""
    if wrong:
        click.echo(f"{plural(wrong, 'figure')} of {len(found)} not as git has them{rest}")
        click.echo("hint: `diptych verify` says whether the cache is as the mirror is")
    else:
        click.echo(f"{plural(len(found) - untold, 'figure')} as git has them{rest}")


def _result(one: Audited) -> str:
    if one.value is None:
        return "cannot be told"
    return "match" if one.match else f"mismatch{f': {clean(one.problem)}' if one.problem else ''}"


def _digits(value: Number | None) -> str:
    """Return the whole number or four digits behind the point: a table for comparing, not for reading."""
    if value is None:
        return NOTHING
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4f}"
