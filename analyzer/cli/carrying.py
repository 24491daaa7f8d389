"""Files of facts as the command line writes them, one or all of a configuration."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analyzer import pipeline, whole
from analyzer.carry.container import manifest_of, shares
from analyzer.cli.tables import Sheet
from analyzer.errors import CarryError

if TYPE_CHECKING:
    from analyzer.config import Configuration
    from analyzer.session import Session

NOTE = "bundled.json"
MOST = 6_000_000
"""Bytes of all bundled facts together: they are part of every clone of Diptych."""
_LARGEST_TABLES = 12


def write(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all. Raises CarryError."""
    try:
        whole.write(path, content)
    except OSError as error:
        raise CarryError(f"{path} cannot be written: {error.strerror}", hint="choose another place") from error


def write_bundle(session: Session, wanted: Configuration, folder: Path, *, quiet: bool) -> None:
    """Write the facts of each repository, and the note of what they are; print what they take.

    Raises CarryError if they are larger than may be.
    """
    made = {spec.name: pipeline.export_facts(session, spec, base=wanted.base) for spec in wanted.repositories}
    total = sum(len(content) for content in made.values())
    if total > MOST:
        raise CarryError(f"the facts take {total:,} bytes, and may take {MOST:,}", hint="bundle fewer repositories")
    for name, content in made.items():
        write(folder / f"{name}.facts", content)
    note = {name: _note(content) for name, content in made.items()}
    told = {"command": _command(), "repositories": note}
    write(folder / NOTE, (json.dumps(told, indent=2) + "\n").encode())
    if not quiet:
        _sheet(made).show()
        click.echo(f"Facts: {click.format_filename(folder)} ({total:,} bytes of {MOST:,})")


def _note(content: bytes) -> dict[str, object]:
    """Return where facts come from, and what read them."""
    from analyzer.model import wording

    manifest = manifest_of(content)
    return {
        "location": manifest.location,
        "branch": manifest.branch,
        "commit": manifest.head,
        "committed": wording.moment(manifest.time).isoformat(),
        "diptych": manifest.made_by,
        "counters": dict(manifest.counters),
        "parts": dict(manifest.parts),
        "bytes": len(content),
    }


def _sheet(made: dict[str, bytes]) -> Sheet:
    parts = {name: shares(content) for name, content in made.items()}
    sums: dict[str, int] = {}
    for one in parts.values():
        for table, size in one.items():
            sums[table] = sums.get(table, 0) + size
    shown = sorted(sums, key=lambda table: (-sums[table], table))[:_LARGEST_TABLES]
    rest = [table for table in sums if table not in shown]
    rows = [(table, *(f"{one.get(table, 0):,}" for one in parts.values())) for table in shown]
    rows.append(("others", *(f"{sum(one.get(table, 0) for table in rest):,}" for one in parts.values())))
    return Sheet(head=("", *parts), rows=tuple(rows), numeric=(False, *(True for _ in parts)))


def _command() -> str:
    return shlex.join(["diptych", *sys.argv[1:]])
