"""What `run`, `compare` and `report` have in common: a comparison, and the report of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import pipeline
from analyzer.cli.globals import Globals
from analyzer.cli.outcome import finish
from analyzer.config import Configuration

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
        update=update,
    )


def make_report(
    options: Globals, wanted: Configuration, *, as_of: str | None, output: Path | None, update: bool
) -> int:
    """Compare, write the report, say where it is; return the exit code."""
    place = output or wanted.output or options.workspace.reports / wanted.report_name
    with options.session(wanted) as session:
        comparison = compared(session, wanted, as_of=as_of, update=update)
        written = pipeline.write_report(session, comparison, place.absolute())
        if update and pipeline.catch_up(session, wanted.repositories, base=wanted.base, as_of=as_of or wanted.as_of):
            comparison = compared(session, wanted, as_of=as_of, update=False)
            written = pipeline.write_report(session, comparison, place.absolute())
    return finish(comparison, wanted.columns, written)
