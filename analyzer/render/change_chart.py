"""Changes from one year to the next: a dot for each, a rule for its interval, and a line where nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows

_HEIGHT = 280
_PADDING = {"left": 64, "right": 24, "top": 14, "bottom": 26}
_NARROW = {"left": 54, "right": 8, "top": 14, "bottom": 26}
_TIPS = (("span", ""), ("repository", ""), ("shown", "commits"), ("counts", ""), ("interval", ""))
_SHORT = "width < 420 ? '’' + slice(datum.label, 2) : datum.label"
"""Years on a phone: two digits."""
HIGHEST = 200
"""Percent: what is above stands at the edge."""


def change_chart(names: Sequence[str], years: Sequence[str], points: Rows) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, year, value, low, high and words for the reading.

    Values in percent. `years` from left to right; the repositories of a year stand beside each other.
    """
    import altair as alt

    fits = [min(row["high"], HIGHEST) for row in points]
    scale = alt.Scale(domain=[-100, max([50, *fits])], clamp=True, nice=False, zero=False)
    axis = alt.Axis(
        labelExpr="(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value) + ' %'", tickCount=6
    )
    x = alt.X(
        "year:N", scale=alt.Scale(domain=list(years), paddingInner=0.35), axis=alt.Axis(labelAngle=0, labelExpr=_SHORT)
    )
    beside = alt.XOffset("repository:N", scale=alt.Scale(domain=list(names)))
    stroke = alt.Stroke("repository:N", legend=None, scale=marks.colour(names))
    data = alt.NamedData(name="points")
    zero = alt.Chart(
        alt.NamedData(name="zero"), mark=alt.MarkDef(type="rule", aria=False, stroke="var(--soft)")
    ).encode(y=alt.Y("value:Q", scale=scale, axis=axis))
    rules = alt.Chart(data, mark=alt.MarkDef(type="rule", aria=False, strokeWidth=2, opacity=0.5, clip=True)).encode(
        x=x, xOffset=beside, y=alt.Y("low:Q", scale=scale, axis=axis), y2=alt.Y2("high:Q"), stroke=stroke
    )
    dots = (
        alt.Chart(data, mark=alt.MarkDef(type="point", filled=True, size=70, opacity=1, aria=False))
        .encode(
            x=x,
            xOffset=beside,
            y=alt.Y("value:Q", scale=scale, axis=axis),
            fill=alt.Fill("repository:N", legend=None, scale=marks.colour(names)),
            shape=alt.Shape("repository:N", legend=None, scale=marks.shape(names)),
        )
        .properties(name=marks.TIPS)
    )
    spec = marks.framed([zero, rules, dots], width=theme.WIDTH, height=_HEIGHT, padding=_PADDING, params={})
    spec["usermeta"] = marks.meta(names, _TIPS, padding=_PADDING, narrow=_NARROW)
    spec["datasets"] = {"points": [dict(row) for row in points], "zero": [{"value": 0}]}
    return spec
