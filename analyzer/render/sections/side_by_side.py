"""Every figure of every repository in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Column, Comparison, Row
from analyzer.render.figures import cell_lines, parts_text, row_bars


@section(title="Side by side", order=20)
def side_by_side(comparison: Comparison) -> Iterator[Block]:
    """All figures, one column for each repository; each row opens to say how it is counted."""
    if not comparison.rows:
        return
    yield Prose(
        f"Time windows end on {wording.day(comparison.end)}. "
        "Open a row to see how it is counted and what it was made of; bars compare within a row only."
    )
    # Groups stand together whatever the order of rows; within a group that order is kept.
    order = list(dict.fromkeys(row.group for row in comparison.rows))
    rows = sorted(comparison.rows, key=lambda row: order.index(row.group))
    yield Table(
        caption=f"{wording.listed([column.name for column in comparison.columns])} in figures",
        head=("Figure", *(column.name for column in comparison.columns)),
        rows=tuple((_title(row), *(cell_lines(row, cell) for cell in row.cells)) for row in rows),
        groups=tuple((group, len(list(members))) for group, members in groupby(rows, key=lambda row: row.group)),
        anchors=tuple(row.slug for row in rows),
        notes=tuple(_note(row, comparison.columns) for row in rows),
        numeric=(False, *(True for _ in comparison.columns)),
        bars=tuple((None, *row_bars(row)) for row in rows),
    )


def _title(row: Row) -> str:
    shown = [row.window if row.window != "all time" else "", row.definition and f"by {row.definition}"]
    under = ", ".join(text for text in shown if text and text.lower() not in f"{row.title} {row.group}".lower())
    return f"{row.title}\n{under}" if under else row.title


def _note(row: Row, columns: Sequence[Column]) -> str:
    made = [
        f"{column.name}: {parts_text(cell)}." for column, cell in zip(columns, row.cells, strict=True) if cell.parts
    ]
    window = f"Window: {row.window}." if row.window != "all time" else ""
    definition = f"Definition of comment: `{row.definition}`." if row.definition else ""
    return "\n".join(text for text in (row.explanation, " ".join(filter(None, (window, definition))), *made) if text)
