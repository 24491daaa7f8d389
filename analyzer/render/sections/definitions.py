"""How each figure is counted."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison, Row


@section(title="Definitions", order=90)
def definitions(comparison: Comparison) -> Iterator[Block]:
    """What each figure means, as text that also prints."""
    # Windows of one metric share their explanation.
    meanings: dict[tuple[str, str], list[Row]] = {}
    for row in comparison.rows:
        if row.explanation:
            meanings.setdefault((row.metric, row.explanation), []).append(row)
    if not meanings:
        return
    yield Prose(
        "Dates and months are in UTC. The trunk is the line of first parents that ends in the commit named above. "
        "A figure that cannot be told is shown as –, never as 0."
    )
    rows = tuple(("\n".join(row.title for row in rows), text) for (_, text), rows in meanings.items())
    yield Table("How each figure is counted", ("Figure", "How it is counted"), rows)
