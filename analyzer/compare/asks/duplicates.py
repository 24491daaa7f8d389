"""How many lines are there more than once."""

from __future__ import annotations

from analyzer.compare.ask import Ask, Asks

GROUP = "Repetition"

_ROWS = (
    Ask("unique-lines", GROUP, "Unique lines", "unique_lines"),
    Ask("dryness", GROUP, "DRYness: unique lines in all lines", "dryness"),
)

ASKED = Asks(__name__, order=65, rows=_ROWS, switch="duplicates")
