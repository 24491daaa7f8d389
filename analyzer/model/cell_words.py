"""A cell of the comparison on one line: the same words on the page, in the terminal and in messages."""

from __future__ import annotations

from analyzer.model import wording
from analyzer.model.comparison import Cell, Row


def cell_text(row: Row, cell: Cell) -> str:
    """Return the figure on one line, with its label in brackets: "+3.1 % (Stable)"."""
    figure = shown(row, cell)
    if not cell.label or cell.label == figure:
        return figure
    return cell.label if cell.value is None else f"{figure} ({cell.label})"


def shown(row: Row, cell: Cell) -> str:
    """Return the figure alone; "at least" stands before it where a part of the history is missing."""
    figure = wording.figure(cell.value, row.unit)
    return f"at least {figure}" if cell.floor else figure
