"""What `run`, `compare` and `report` have in common: a comparison, and the report of it."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline
from analyzer.cli.formats import PAGE
from analyzer.cli.globals import Globals
from analyzer.cli.outcome import finish, told
from analyzer.cli.screen import PAPER, put_out, screen
from analyzer.cli.text import clean
from analyzer.config import Configuration
from analyzer.stages import writing

if TYPE_CHECKING:
    from analyzer.model.comparison import Comparison
    from analyzer.session import Session


def compared(
    session: Session,
    wanted: Configuration,
    *,
    as_of: str | None,
    update: bool,
    definition: str | None = None,
) -> Comparison:
    """Compare what the configuration names; `as_of` and `definition` are those of the command line, if any."""
    return pipeline.compare(
        session,
        wanted.repositories,
        base=wanted.base,
        title=wanted.title,
        as_of=as_of or wanted.as_of,
        definition=definition or wanted.definition,
        claims=wanted.claims,
        alerts=wanted.alerts,
        update=update,
    )


def make_report(
    options: Globals,
    wanted: Configuration,
    *,
    as_of: str | None,
    output: Path | None,
    update: bool,
    form: str | None = None,
) -> int:
    """Compare, write the report, say where it is; return the exit code. `form` is another format than the page."""
    place = output or wanted.output or options.workspace.reports / wanted.report_name
    if form is not None and form != PAGE:
        return _hand_out(options, wanted, form, as_of=as_of, output=output, usual=place, update=update)
    with options.session(wanted) as begun, pipeline.alone(begun) if update else nullcontext(begun) as session:
        comparison = compared(session, wanted, as_of=as_of, update=update)
        written = pipeline.write_report(session, comparison, place.absolute(), wanted.layout)
        if update and pipeline.catch_up(session, wanted.repositories, base=wanted.base, as_of=as_of or wanted.as_of):
            comparison = compared(session, wanted, as_of=as_of, update=False)
            written = pipeline.write_report(session, comparison, place.absolute(), wanted.layout)
    return finish(comparison, wanted.columns, written, update=update)


def _hand_out(
    options: Globals,
    wanted: Configuration,
    form: str,
    *,
    as_of: str | None,
    output: Path | None,
    usual: Path,
    update: bool,
) -> int:
    """Compare, print the format or write its file beside the report; return the exit code."""
    chosen = writing.formats()[form]
    with options.session(wanted) as begun, pipeline.alone(begun) if update else nullcontext(begun) as session:
        comparison = compared(session, wanted, as_of=as_of, update=update)
        if update and pipeline.catch_up(session, wanted.repositories, base=wanted.base, as_of=as_of or wanted.as_of):
            comparison = compared(session, wanted, as_of=as_of, update=False)
        content = writing.formatted(session, comparison, form, wanted.layout, **(screen() if output is None else PAPER))
    if output is None and chosen.printed:
        put_out(content)
    else:
        place = output or usual.with_suffix(chosen.suffix)
        click.echo(f"Written: {clean(str(writing.save(content, place.absolute())))}")
    return told(comparison, wanted.columns, update=update)
