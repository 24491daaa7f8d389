"""All that a comparison asks, subject by subject."""

from __future__ import annotations

from analyzer.compare.ask import Ask, Asks
from analyzer.registry import discover

SUBJECTS: tuple[Asks, ...] = tuple(
    sorted(discover("analyzer.compare.asks", Asks).values(), key=lambda asks: (asks.order, asks.module))
)
ASKS: tuple[Ask, ...] = tuple(ask for asks in SUBJECTS for ask in asks.rows)
"""The rows of the table, in order."""
CHARTS: tuple[Ask, ...] = tuple(ask for asks in SUBJECTS for ask in asks.charts)
PLACES: tuple[Ask, ...] = tuple(ask for asks in SUBJECTS for ask in asks.places)
