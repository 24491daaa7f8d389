"""Every figure of every repository in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Column, Comparison, Row
from analyzer.render.definitions import grouped, sources
from analyzer.render.figures import cell_lines, parts_text, row_bars

_NAMED = 4
_SELF_EVIDENT = frozenset({"percent", "change", "dollars", "date", "label"})


@section(title="Side by side", order=20)
def side_by_side(comparison: Comparison) -> Iterator[Block]:
    """All figures, one column for each repository; each row opens to say how it is counted."""
    if not comparison.rows:
        return
    yield Prose(
        f"Time windows end on {wording.day(comparison.end)}. "
        "Open a row to see how it is counted and what it was made of; bars compare within a row only."
    )
    rows = grouped(comparison.rows)
    yield Table(
        caption=_caption(comparison.columns),
        head=("Figure", *(column.name for column in comparison.columns)),
        rows=tuple((_title(row), *(cell_lines(row, cell) for cell in row.cells)) for row in rows),
        groups=tuple((group, len(list(members))) for group, members in groupby(rows, key=lambda row: row.group)),
        anchors=tuple(row.slug for row in rows),
        notes=tuple(_note(row, comparison.columns) for row in rows),
        sources=sources(rows),
        numeric=(False, *(True for _ in comparison.columns)),
        bars=tuple((None, *row_bars(row)) for row in rows),
    )


def _caption(columns: Sequence[Column]) -> str:
    if len(columns) > _NAMED:
        return f"{wording.count(len(columns))} repositories in figures"
    return f"{wording.listed([column.name for column in columns])} in figures"


def _title(row: Row) -> str:
    title, _, window = row.title.partition(" (")
    # "Commits (past 12 months)" under the heading "12 months" says it twice.
    name = title if row.group.lower() in window.lower() else row.title
    said = f"{name} {row.group}".lower()
    evident = row.unit in _SELF_EVIDENT or (row.unit == "people" and "contributors" in said)
    shown = ["" if evident else row.unit, row.window if row.window != "all time" else ""]
    words = [text for text in shown if text and text.lower() not in said]
    under = "; ".join([*words, *([f"definition: {row.definition}"] if row.definition else [])])
    return f"{name}\n{under}" if under else name


def _note(row: Row, columns: Sequence[Column]) -> str:
    made = [
        f"{column.name}: {parts_text(cell)}." for column, cell in zip(columns, row.cells, strict=True) if cell.parts
    ]
    window = f"Window: {row.window}." if row.window != "all time" else ""
    definition = f"Definition of comment: `{row.definition}`." if row.definition else ""
    return "\n".join(text for text in (row.summary, " ".join(filter(None, (window, definition))), *made) if text)
