"""The table of a comparison as CSV: a row for each figure, a column for each repository."""

from __future__ import annotations

import csv
import io

from analyzer.model import wording
from analyzer.model.comparison import Cell, Comparison, Row

_HEAD = ("slug", "group", "title", "unit", "window", "definition")
# Spreadsheets run text that starts so as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dumps(comparison: Comparison) -> str:
    """Return CSV (RFC 4180) with plain numbers, ISO dates, and nothing where a figure cannot be told."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*_HEAD, *(_tame(column.name) for column in comparison.columns)])
    for row in comparison.rows:
        words = (row.slug, row.group, row.title, row.unit, row.window, row.definition)
        writer.writerow([*map(_tame, words), *(_cell(row, cell) for cell in row.cells)])
    return text.getvalue()


def _cell(row: Row, cell: Cell) -> str:
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return _tame(cell.value)
    return wording.moment(cell.value).date().isoformat() if row.unit == "date" else repr(cell.value)


def _tame(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
