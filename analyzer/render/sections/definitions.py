"""How each figure is counted."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison
from analyzer.render.definitions import anchors, grouped, meanings


@section(title="Definitions", order=90)
def definitions(comparison: Comparison) -> Iterator[Block]:
    """What each figure means, as text that also prints."""
    found = meanings(grouped(comparison.rows))
    if not found:
        return
    yield Prose(
        "Dates and months are in UTC. The trunk is the line of first parents that ends in the commit named above. "
        "A figure that cannot be told is shown as –, never as 0."
    )
    texts = tuple(("\n".join(row.title for row in rows), text) for (_, text), rows in found.items())
    yield Table("How each figure is counted", ("Figure", "How it is counted"), texts, anchors=anchors(found))
