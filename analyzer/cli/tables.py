"""Tables on stdout: Rich on a terminal; elsewhere the same without breaking lines."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from analyzer.cli.text import clean

# Wider than any table: lines that another program reads are never broken.
_ENDLESS = 100_000
_GAP = 3
"""Spaces that Rich sets between two columns."""
_SHORT = 12
"""Texts of so many letters are not broken."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be read by people."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()
    """For each column, whether it is aligned right; none is if empty."""
    spare: tuple[str, ...] = ()
    """Heads of columns that are left out, one after the other, where a terminal is too narrow for all."""

    def show(self) -> None:
        """Print it."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        wide = sys.stdout.isatty()
        console = Console(width=None if wide else _ENDLESS)
        shown = self._shown(console.width)
        # Figures and short words stay whole where they can, and long texts share what is left.
        leasts = {number: self._least(number) for number in shown}
        roomy = sum(leasts.values()) + _GAP * len(leasts) <= console.width
        table = Table(box=box.SIMPLE_HEAD if wide else None, pad_edge=False, show_edge=False)
        for number in shown:
            right = bool(self.numeric) and self.numeric[number]
            least = leasts[number] if roomy else None
            title = Text(clean(self.head[number]))
            table.add_column(title, justify="right" if right else "left", overflow="fold", min_width=least)
        for row in self.rows:
            table.add_row(*(Text(clean(row[number])) for number in shown))
        if wide:
            console.print(table)
            return
        with console.capture() as capture:
            console.print(table)
        for line in capture.get().splitlines():
            click.echo(line.rstrip())

    def _shown(self, room: int) -> list[int]:
        """Return the columns that there is room for: without those that can be spared, in their order, if need be."""
        shown = list(range(len(self.head)))
        for title in self.spare:
            if sum(max(map(len, self._column(number))) + _GAP for number in shown) <= room:
                break
            shown = [number for number in shown if self.head[number] != title]
        return shown

    def _least(self, number: int) -> int:
        """Return how narrow a column may become."""
        title, *cells = self._column(number)
        return min(max(map(len, [*cells, *title.split()])), _SHORT)

    def _column(self, number: int) -> list[str]:
        return [self.head[number], *(row[number] for row in self.rows)]
