"""The few sentences for a reader in a hurry."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.blocks import Block, Findings, section
from analyzer.model.comparison import Comparison


@section(title="In one minute", order=10)
def in_one_minute(comparison: Comparison) -> Iterator[Block]:
    """What the figures say, the most telling first, each with a link to its evidence."""
    if comparison.findings:
        yield Findings(comparison.findings)
