"""What `run`, `compare` and `report` have in common: a comparison, and the report of it."""

from __future__ import annotations

from pathlib import Path

from analyzer import pipeline
from analyzer.cli.globals import Globals
from analyzer.cli.outcome import finish
from analyzer.config import Configuration


def make_report(
    options: Globals, wanted: Configuration, *, as_of: str | None, output: Path | None, update: bool
) -> int:
    """Compare, write the report, say where it is; return the exit code."""
    place = output or wanted.output or options.workspace.reports / wanted.report_name
    with options.session(wanted.jobs) as session:
        comparison = pipeline.compare(
            session,
            wanted.repositories,
            base=wanted.base,
            title=wanted.title,
            as_of=as_of or wanted.as_of,
            definition=wanted.definition,
            claims=wanted.claims,
            update=update,
        )
        written = pipeline.write_report(session, comparison, place.absolute())
    return finish(comparison, wanted.repositories, written)
