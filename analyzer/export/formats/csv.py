"""The table of a comparison as CSV: a row for each figure, a column for each repository."""

from __future__ import annotations

import io
from csv import writer

from analyzer.model import wording
from analyzer.model.comparison import Cell, Comparison, Row
from analyzer.model.format import Means, written_as

_HEAD = ("slug", "group", "title", "unit", "window", "definition")
# Spreadsheets run text that starts so as a formula, also behind spaces.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@written_as(title="The table, for spreadsheets", suffix=".csv")
def csv(comparison: Comparison, means: Means) -> str:
    """Return CSV (RFC 4180) with plain numbers, ISO dates, and nothing where a figure cannot be told."""
    text = io.StringIO(newline="")
    lines = writer(text)
    lines.writerow([*_HEAD, *(_tame(column.name) for column in comparison.columns)])
    for row in comparison.rows:
        words = (row.slug, row.group, row.title, row.unit, row.window, row.definition)
        lines.writerow([*map(_tame, words), *(_cell(row, cell) for cell in row.cells)])
    return text.getvalue()


def _cell(row: Row, cell: Cell) -> str:
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return _tame(cell.value)
    return wording.moment(cell.value).date().isoformat() if row.unit == "date" else repr(cell.value)


def _tame(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
