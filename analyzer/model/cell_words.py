"""A cell of the comparison on one line: the same words on the page, in the terminal and in messages."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model import wording
from analyzer.model.comparison import Cell, Column, Row
from analyzer.model.headings import row_title

NOTED = "*"
_ABOUT = 3
"""Figures that are named before a note; of more, how many."""


def cell_text(row: Row, cell: Cell) -> str:
    """Return the figure on one line, with its label in brackets: "+3.1 % (Stable)"."""
    figure = shown(row, cell)
    if not cell.label or cell.label == figure:
        return figure
    return cell.label if cell.value is None else f"{figure} ({cell.label})"


def marked_text(row: Row, cell: Cell) -> str:
    """Return the same with a star where the cell has a note, which `notes` tells."""
    return f"{cell_text(row, cell)}{NOTED if cell.note else ''}"


def notes(rows: Sequence[Row], columns: Sequence[Column]) -> list[str]:
    """Return the notes of the cells under these columns, the first ones, each once with what it is about."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for column, cell in zip(columns, row.cells, strict=False):
            if cell.note:
                found.setdefault(cell.note, []).append(f"{row_title(row, grouped=False)} of {column.name}")
    return [f"{_listed(about)}: {note}" for note, about in found.items()]


def _listed(about: list[str]) -> str:
    more = len(about) - _ABOUT
    if more <= 0:
        return wording.listed(about)
    return f"{', '.join(about[:_ABOUT])} and {wording.plural(more, 'more figure')}"


def shown(row: Row, cell: Cell) -> str:
    """Return the figure alone; "at least" stands before it where a part of the history is missing."""
    figure = wording.figure(cell.value, row.unit)
    return f"at least {figure}" if cell.floor else figure
