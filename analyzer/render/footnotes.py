"""What stands behind a sentence's figures: unit, window and definition, a click away, and in print a footnote."""

from __future__ import annotations

from collections.abc import Mapping

from analyzer.model.comparison import Comparison, Row


def footnotes(comparison: Comparison) -> Mapping[str, str]:
    """Return slug of a row -> "Size, in lines, definition of comment: `cloc`. What it is, in a sentence."."""
    return {row.slug: _footnote(row) for row in comparison.rows if row.summary}


def _footnote(row: Row) -> str:
    # "change" is a name of ours.
    unit = "percent" if row.unit == "change" else row.unit
    evident = unit in ("label", "date", "complexity") or unit in row.title.lower()
    window = [] if row.window == "all time" or row.window in row.title else [row.window]
    definition = [f"definition of comment: `{row.definition}`"] if row.definition else []
    return f"{', '.join([row.title, *([] if evident else [f'in {unit}']), *window, *definition])}. {row.summary}"
