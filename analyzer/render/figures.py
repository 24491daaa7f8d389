"""A cell of the comparison as the page shows it."""

from __future__ import annotations

from analyzer.model import wording
from analyzer.model.cell_words import cell_text, shown
from analyzer.model.comparison import Cell, Row

# Sections import the short form from here, too.
__all__ = ("cell_lines", "cell_text", "parts_text", "row_bars")

_WITHOUT_BAR = frozenset({"date", "label", "change", "years"})


def cell_lines(row: Row, cell: Cell) -> str:
    """Return the figure, then what belongs under it, a line each: label, note."""
    figure = shown(row, cell)
    under = [text for text in (cell.label, cell.note) if text and text != figure]
    return "\n".join([figure, *under])


def row_bars(row: Row) -> tuple[float | None, ...]:
    """Return each cell's share of the row's largest value; None where a bar would say nothing."""
    numbers = [cell.value if isinstance(cell.value, int | float) else None for cell in row.cells]
    known = [number for number in numbers if number is not None]
    if row.unit in _WITHOUT_BAR or len(known) < 2 or min(known) < 0 or max(known) == 0:
        return tuple(None for _ in numbers)
    return tuple(None if number is None else round(number / max(known), 4) for number in numbers)


def parts_text(cell: Cell) -> str:
    """Return what a figure was made of: "comment 63,112, code 425,237"; empty if it has no parts."""
    return ", ".join(f"{name.replace('_', ' ')} {_part(value)}" for name, value in cell.parts.items())


def _part(value: float) -> str:
    return wording.count(value) if float(value).is_integer() else wording.decimal(value)
