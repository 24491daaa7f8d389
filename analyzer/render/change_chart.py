"""Changes from one year to the next: a dot for each, a rule for its interval, and a line where nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows
from analyzer.render.panels import crowded, panels

if TYPE_CHECKING:
    import altair as alt

_HEIGHT, _SMALL = 280, 110
_PADDING = {"left": 64, "right": 24, "top": 14, "bottom": 26}
_NARROW = {"left": 54, "right": 8, "top": 14, "bottom": 26}
_SHORT = "{width} < 420 ? '’' + slice(datum.label, 2) : datum.label"
"""Years where there is little room: two digits."""
_SIGNED = "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value) + ' %'"
HIGHEST = 200
"""Percent: what is above stands at the edge."""


def change_chart(names: Sequence[str], years: Sequence[str], points: Rows, *, noun: str) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, year, value, low, high and words for the reading.

    Values in percent, of the `noun`. `years` from left to right; the repositories of a year stand beside each other,
    more than a few in plots of their own.
    """
    tips = (("span", ""), ("repository", ""), ("shown", noun), ("counts", ""), ("interval", ""))
    if crowded(points):
        layers = _layers(names, points, _years(years, "child_width"), ticks=3)
        return panels(layers, names, points, height=_SMALL, tips=tips, room=58)
    layers = [
        layer.encode(xOffset=_beside(names)).properties(data=_rows())
        for layer in _layers(names, points, _years(years, "width"), ticks=6)
    ]
    spec = marks.framed(layers, width=theme.WIDTH, height=_HEIGHT, padding=_PADDING)
    spec["usermeta"] = marks.meta(names, tips, padding=_PADDING, narrow=_NARROW)
    spec["datasets"] = {"points": [dict(row) for row in points]}
    return spec


def _layers(names: Sequence[str], points: Rows, years: alt.X, *, ticks: int) -> list[alt.Chart]:
    import altair as alt

    scale = alt.Scale(domain=[-100, max([50, *_fitting(points)])], clamp=True, nice=False, zero=False)
    axis = alt.Axis(labelExpr=_SIGNED, tickCount=ticks, gridColor=_zero_is_darker())
    rules = alt.Chart(mark=alt.MarkDef(type="rule", aria=False, strokeWidth=2, opacity=0.5, clip=True)).encode(
        x=years,
        y=alt.Y("low:Q", scale=scale, axis=axis),
        y2=alt.Y2("high:Q"),
        stroke=alt.Stroke("repository:N", legend=None, scale=marks.colour(names)),
    )
    dots = alt.Chart(mark=alt.MarkDef(type="point", filled=True, size=70, opacity=1, aria=False)).encode(
        x=years,
        y=alt.Y("value:Q", scale=scale, axis=axis),
        fill=alt.Fill("repository:N", legend=None, scale=marks.colour(names)),
        shape=alt.Shape("repository:N", legend=None, scale=marks.shape(names)),
    )
    return [rules, dots.properties(name=marks.TIPS)]


def _fitting(points: Rows) -> list[float]:
    return [min(row["high"], HIGHEST) for row in points]


def _zero_is_darker() -> dict[str, Any]:
    return {"condition": {"test": "datum.value === 0", "value": "var(--soft)"}, "value": "var(--grid)"}


def _years(years: Sequence[str], width: str) -> alt.X:
    import altair as alt

    return alt.X(
        "year:N",
        scale=alt.Scale(domain=list(years), paddingInner=0.35),
        axis=alt.Axis(labelAngle=0, labelExpr=_SHORT.format(width=width), labelOverlap=True),
    )


def _beside(names: Sequence[str]) -> alt.XOffset:
    import altair as alt

    return alt.XOffset("repository:N", scale=alt.Scale(domain=list(names)))


def _rows() -> alt.NamedData:
    import altair as alt

    return alt.NamedData(name="points")
