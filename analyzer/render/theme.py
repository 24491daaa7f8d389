"""One look for all charts: colours, dashes and lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

COLOURS = 6
"""How many colours the style sheet has for repositories: `--r1` to `--r6` for lines, `--t1` to `--t6` for text."""
_DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (7, 3), (2, 3))
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")

WIDTH = 760
"""Width of the plot in the pictures for readers without script, in pixels."""
HALF = 330
"""The same for charts that stand two in a row."""
PADDING = {"left": 58, "right": 108, "top": 14, "bottom": 26}


def colour(index: int) -> str:
    """Return the CSS colour of the repository with this place in the comparison."""
    return f"var(--r{index % COLOURS + 1})"


def ink(index: int) -> str:
    """Return the same colour, dark or light enough for text."""
    return f"var(--t{index % COLOURS + 1})"


def dash(index: int) -> list[int]:
    """Return the dash pattern, the second channel: whole for the first six repositories."""
    return list(_DASHES[index // COLOURS % len(_DASHES)])


def colours(names: Sequence[str]) -> list[str]:
    """Return the colours of repositories in the comparison's order."""
    return [colour(index) for index in range(len(names))]


def shapes(names: Sequence[str]) -> list[str]:
    """Return the shapes of the repositories' dots, the second channel where there are no lines."""
    return [_SHAPES[index % len(_SHAPES)] for index in range(len(names))]


def config() -> dict[str, Any]:
    """Return the Vega-Lite configuration that all charts share."""
    axis = {"domain": False, "labelColor": "var(--soft)", "labelFontSize": 12, "title": None}
    return {
        "background": "transparent",
        "font": "system-ui, sans-serif",
        "view": {"stroke": None},
        "axis": axis,
        "axisX": {
            "grid": False,
            "ticks": True,
            "tickColor": "var(--line)",
            "labelFlush": False,
            "domainColor": "var(--line)",
        },
        "axisY": {"grid": True, "gridColor": "var(--grid)", "ticks": False, "tickCount": 5, "labelPadding": 8},
        "line": {"strokeCap": "round", "strokeJoin": "round"},
        "text": {"fontSize": 13},
    }
