"""Links from rows to their explanation, where sections that hold it may be hidden."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from analyzer.model.blocks import Block, Table


def led(blocks: Sequence[Block], anchors: Container[str]) -> tuple[Block, ...]:
    """Return the blocks without links of rows to what is not on the page."""
    return tuple(_led(block, anchors) if isinstance(block, Table) and block.sources else block for block in blocks)


def _led(table: Table, anchors: Container[str]) -> Table:
    return replace(table, sources=tuple(source if source in anchors else "" for source in table.sources))
