"""How each figure is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison, Row
from analyzer.render.definitions import anchors, grouped, meanings

SHORT = 125
"""Letters of a command line that the page has room for."""


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
    texts = tuple(("\n".join(row.title for row in rows), f"{text}{_in_git(rows)}") for (_, text), rows in found.items())
    yield Table("How each figure is counted", ("Figure", "How it is counted"), texts, anchors=anchors(found))


def _in_git(rows: Sequence[Row]) -> str:
    """Return a line with the shortest command of the rows, if one is short."""
    command = min((row.plain for row in rows if row.plain), key=len, default="")
    which = next((row.title for row in rows if row.plain == command), "") if len(rows) > 1 else ""
    said = [text for text in (which, "in seconds since 1970" if rows[0].unit == "date" else "") if text]
    return f"\n{', '.join(['With git alone', *said])}: `{command}`" if 0 < len(command) <= SHORT else ""
