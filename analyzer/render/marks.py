"""What charts of single marks (dots, boxes) share: their frame, their colours, and what the script reads of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import theme

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[Mapping[str, Any]]
TIPS = "tips"
"""The name of the layer whose marks are read: assets/marks.js looks for it."""


def colour(names: Sequence[str]) -> alt.Scale:
    """Return the colours of repositories in the comparison's order."""
    import altair as alt

    return alt.Scale(domain=list(names), range=theme.colours(names))


def ink(names: Sequence[str]) -> alt.Scale:
    """Return the same colours for text."""
    import altair as alt

    return alt.Scale(domain=list(names), range=[theme.ink(place) for place in range(len(names))])


def shape(names: Sequence[str]) -> alt.Scale:
    """Return the shapes of repositories: the second channel beside their colour."""
    import altair as alt

    return alt.Scale(domain=list(names), range=theme.shapes(names))


def framed(layers: Sequence[alt.Chart], *, width: int, height: int, padding: Mapping[str, int]) -> dict[str, Any]:
    """Return the layers as one spec with a fixed frame around them, without the configuration (see theme)."""
    import altair as alt

    frame = {
        "width": width,
        "height": height,
        "padding": dict(padding),
        "autosize": alt.AutoSizeParams(type="none"),
    }
    spec: dict[str, Any] = alt.layer(*layers).properties(**frame).to_dict()
    del spec["config"]
    return spec


def meta(
    names: Sequence[str], tips: Sequence[tuple[str, str]], *, padding: Mapping[str, int], narrow: Mapping[str, int]
) -> dict[str, Any]:
    """Return what assets/marks.js is told: `tips` are (field, word before it) of a mark's reading, the first its title.

    `narrow` replaces `padding` where the chart is less than 520 pixels wide.
    """
    return {
        "kind": "marks",
        "order": list(names),
        "tips": [list(tip) for tip in tips],
        "padding": dict(padding),
        "narrow": dict(narrow),
    }
