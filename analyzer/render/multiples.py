"""Lines of more repositories than one plot has room for: a small plot for each, all over the same time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import axes, theme
from analyzer.render.axes import Rows
from analyzer.render.panels import GAP, faceted

if TYPE_CHECKING:
    import altair as alt

_HEIGHT = 110


def multiples(
    names: Sequence[str], points: Rows, *, unit: str, decimals: int, steps: bool, averaged: bool
) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows, as `line_chart` has them, without what marks events.

    Percentages are on one scale; counts are each on their own, for the small ones would be flat.
    """
    import altair as alt

    layers = [_line("mean" if averaged else "value", names, unit, steps=steps)]
    if averaged:
        layers = [_line("value", names, unit, steps=steps, thin=True), *layers]
    times = [row["time"] for row in points] or [0]
    span = (alt.param(name="start", value=min(times)), alt.param(name="stop", value=max(times)))
    chart = (
        faceted(layers, names, points, height=_HEIGHT)
        .resolve_scale(y="shared" if unit == "percent" else "independent")
        .add_params(*span)
    )
    spec: dict[str, Any] = chart.to_dict()
    del spec["config"]
    spec["usermeta"] = {
        "kind": "multiples",
        "by": "repository",
        "value": "value",
        "drawn": "mean" if averaged else "value",
        "unit": unit,
        "decimals": decimals,
        "order": list(names),
        "steps": steps,
        "thin": averaged,
        "own": unit != "percent",
        "gap": GAP["column"],
    }
    spec["datasets"] = {"points": list(points)}
    return spec


def _line(field: str, names: Sequence[str], unit: str, *, steps: bool, thin: bool = False) -> alt.Chart:
    import altair as alt

    mark = alt.MarkDef(
        type="line",
        clip=True,
        aria=False,
        interpolate="step-after" if steps else "linear",
        strokeWidth=1 if thin else 2,
        opacity=0.3 if thin else 1,
    )
    x, y = axes.time_axis(ticks="max(2, floor(child_width / 70))"), axes.value_axis(field, unit, ticks=3)
    scale = alt.Scale(domain=list(names), range=theme.colours(names))
    layer: alt.Chart = alt.Chart(mark=mark).encode(
        x=x, y=y, stroke=alt.Stroke("repository:N", legend=None, scale=scale)
    )
    return layer
