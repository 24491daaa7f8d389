"""What the user looks at: how wide it is, whether it shows colours, which letters it knows."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TypedDict

import click


class Screen(TypedDict):
    """Width in columns, and whether colours are shown."""

    width: int
    colour: bool


PAPER = Screen(width=100, colour=False)
"""What a file is written for."""


def screen() -> Screen:
    """Return what the standard output is: no colours in a pipe, for a dumb terminal, or where NO_COLOR is set."""
    plain = not sys.stdout.isatty() or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Screen(width=shutil.get_terminal_size((80, 24)).columns, colour=not plain)


def put_out(content: bytes) -> None:
    """Print a format's text as it is; letters that the terminal does not know become question marks."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    known = content.decode("utf-8").encode(encoding, "replace").decode(encoding)
    click.echo(known, nl=not known.endswith("\n"), color=True)
