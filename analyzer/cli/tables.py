"""Tables on stdout: Rich on a terminal; elsewhere the same without breaking lines."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from analyzer.cli.text import clean

# Wider than any table: lines that another program reads are never broken.
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be read by people."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()
    """For each column, whether it is aligned right; none is if empty."""

    def show(self) -> None:
        """Print it."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        wide = sys.stdout.isatty()
        table = Table(box=box.SIMPLE_HEAD if wide else None, pad_edge=False, show_edge=False)
        for number, title in enumerate(self.head):
            right = bool(self.numeric) and self.numeric[number]
            table.add_column(Text(clean(title)), justify="right" if right else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*(Text(clean(cell)) for cell in row))
        console = Console(width=None if wide else _ENDLESS)
        if wide:
            console.print(table)
            return
        with console.capture() as capture:
            console.print(table)
        for line in capture.get().splitlines():
            click.echo(line.rstrip())
