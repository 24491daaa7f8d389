"""Small plots side by side, one for each repository: what is drawn where one plot would be crowded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import marks

if TYPE_CHECKING:
    import altair as alt

FEW = 4
"""Of more repositories than these each has a plot of its own."""
COLUMNS = 3
"""Of plots in a row; where there is less room the script sets fewer (`arranged` in assets/plot.js has this number)."""
WIDTH = 225
"""Of each plot, in the pictures for readers without script; in pixels."""
GAP = {"row": 18, "column": 18}
_LEFT = 30
"""Pixels of padding: letters are wider in some browsers than where the picture is drawn."""


def crowded(points: marks.Rows) -> bool:
    """Whether more repositories have points than one plot has room for."""
    return len({row["repository"] for row in points}) > FEW


def faceted(layers: Sequence[alt.Chart], names: Sequence[str], points: marks.Rows, *, height: int) -> alt.FacetChart:
    """Return a plot of the layers for each of the repositories that have points, by their names in order.

    The layers have no data: all read the rows `points`.
    """
    import altair as alt

    present = {row["repository"] for row in points}
    header = alt.Header(
        title=None,
        labelAnchor="start",
        labelColor="var(--ink)",
        labelFontSize=13,
        labelPadding=6,
        labelLimit=WIDTH,
    )
    order = [name for name in names if name in present]
    return (
        alt.layer(*layers, data=alt.NamedData(name="points"))
        .properties(width=WIDTH, height=height)
        .facet(facet=alt.Facet("repository:N", sort=order, header=header), columns=COLUMNS)
        .properties(spacing=GAP)
    )


def panels(
    layers: Sequence[alt.Chart],
    names: Sequence[str],
    points: marks.Rows,
    *,
    height: int,
    tips: Sequence[tuple[str, str]],
    room: int,
) -> dict[str, Any]:
    """Return a spec of single marks with its rows, all plots on the same scales.

    `tips` are those of `marks.meta`; `room` is how many pixels what stands on the left of each row of plots takes.
    """
    frame = {"left": _LEFT, "right": 5, "top": 5, "bottom": 5}
    chart = faceted(layers, names, points, height=height).properties(padding=frame)
    spec: dict[str, Any] = chart.resolve_scale(x="shared", y="shared").to_dict()
    del spec["config"]
    none: Mapping[str, int] = {}
    spec["usermeta"] = {
        **marks.meta(names, tips, padding=none, narrow=none),
        "panels": {"columns": COLUMNS, "gap": GAP["column"], "room": room + _LEFT},
    }
    spec["datasets"] = {"points": [dict(row) for row in points]}
    return spec
