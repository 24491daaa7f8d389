"""Numbers of footnotes in print: by them a figure leads to its definition where nobody can click."""

from __future__ import annotations

from collections.abc import Iterable

from analyzer.model.blocks import Block, Table


def references(blocks: Iterable[Block]) -> dict[str, int]:
    """Return the anchors of rows that other rows name as their source, numbered from 1 in the order of the page."""
    tables = [block for block in blocks if isinstance(block, Table)]
    named = {source for table in tables for source in table.sources if source}
    found = [anchor for table in tables for anchor in table.anchors if anchor in named]
    return {anchor: number for number, anchor in enumerate(found, 1)}
