"""A chart of how a whole is shared: a Lorenz curve for each repository, over the diagonal of equal shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import axes, theme
from analyzer.render.axes import Rows
from analyzer.render.labels import spread
from analyzer.render.panels import GAP, crowded, faceted

if TYPE_CHECKING:
    import altair as alt

HEIGHT, _SMALL = 300, 110
WHOLE = 100
"""Percent, on both axes."""
_ACROSS = "% of the people"
"""What stands behind a place on the horizontal axis where it is read."""


def share_chart(names: Sequence[str], points: Rows) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, `time` and `value`, both in percent.

    `time` is the share of the people, from those with the least up: the field has the name that the script knows the
    horizontal axis by. The rows of a repository come in its order, and those of all have the same places.
    """
    if crowded(points):
        return _small(names, points)
    present = [name for name in names if any(row["repository"] == name for row in points)]
    spec = axes.framed([_equal(), _curves(names), _ends(names)], points, width=theme.WIDTH, height=HEIGHT)
    spec["usermeta"] = _meta(names)
    places = spread([WHOLE for _ in present], top=WHOLE, height=HEIGHT)
    ends = [
        {"repository": name, "time": WHOLE, "place": round(place, 4)}
        for name, place in zip(present, places, strict=True)
    ]
    spec["datasets"] = {"points": list(points), "ends": ends}
    return spec


def _meta(names: Sequence[str]) -> dict[str, Any]:
    return {
        "kind": "lines",
        "by": "repository",
        "value": "value",
        "drawn": "value",
        "unit": "percent",
        "decimals": 1,
        "order": list(names),
        "steps": False,
        "thin": False,
        "top": WHOLE,
        "across": _ACROSS,
    }


def _small(names: Sequence[str], points: Rows) -> dict[str, Any]:
    """Return a plot for each of many repositories, all on one scale."""
    import altair as alt

    span = (alt.param(name="start", value=0), alt.param(name="stop", value=WHOLE))
    thin = alt.Chart(mark=alt.MarkDef(type="line", clip=True, aria=False, strokeWidth=1, stroke="var(--soft)"))
    equal = thin.encode(x=_share("time"), y=axes.value_axis("time", "percent", ticks=3))
    curves = _curve(names).encode(y=axes.value_axis("value", "percent", ticks=3))
    chart = faceted([equal, curves], names, points, height=_SMALL).add_params(*span)
    spec: dict[str, Any] = chart.to_dict()
    del spec["config"]
    spec["usermeta"] = {**_meta(names), "kind": "multiples", "own": False, "gap": GAP["column"]}
    spec["datasets"] = {"points": list(points)}
    return spec


def _share(field: str) -> alt.X:
    import altair as alt

    scale = alt.Scale(nice=False, domainMin=alt.ExprRef(expr="start"), domainMax=alt.ExprRef(expr="stop"))
    return alt.X(f"{field}:Q", scale=scale, axis=alt.Axis(tickCount=5, labelExpr="datum.value + ' %'", labelFlush=True))


def _equal() -> alt.Chart:
    """Return the layer of the diagonal: where the curve of equals would lie."""
    import altair as alt

    mark = alt.MarkDef(type="line", clip=True, aria=False, strokeWidth=1, stroke="var(--soft)")
    layer: alt.Chart = alt.Chart(alt.sequence(0, WHOLE + 1, WHOLE, as_="time"), mark=mark).encode(
        x=_share("time"), y=axes.value_axis("time", "percent")
    )
    return layer


def _curves(names: Sequence[str]) -> alt.Chart:
    import altair as alt

    return _curve(names).properties(data=alt.NamedData(name="points"))


def _curve(names: Sequence[str]) -> alt.Chart:
    import altair as alt

    dashes = [[float(length) for length in theme.dash(index)] for index in range(len(names))]
    mark = alt.MarkDef(type="line", clip=True, aria=False, strokeWidth=2.25)
    layer: alt.Chart = alt.Chart(mark=mark).encode(
        x=_share("time"),
        y=axes.value_axis("value", "percent"),
        stroke=alt.Stroke("repository:N", legend=None, scale=_scale(names, theme.colours(names))),
        strokeDash=alt.StrokeDash("repository:N", legend=None, scale=_scale(names, dashes)),
    )
    return layer


def _ends(names: Sequence[str]) -> alt.Chart:
    import altair as alt

    inks = [theme.ink(index) for index in range(len(names))]
    fill = alt.Fill("repository:N", legend=None, scale=_scale(names, inks))
    return axes.end_labels("repository", axes.value_axis("place", "percent"), fill, x=_share("time"))


def _scale(names: Sequence[str], values: Sequence[Any]) -> alt.Scale:
    import altair as alt

    return alt.Scale(domain=list(names), range=list(values))
