"""A dot plot: one row for each definition, a dot for each repository, from zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows
from analyzer.render.panels import crowded, panels

if TYPE_CHECKING:
    import altair as alt

_STEP, _SMALL = 27, 17
_APART, _REACH = 8, 18
"""Pixels by which the dots of a row stand below each other, so that none hides another, and those of all together."""
_PADDING = {"left": 200, "right": 76, "top": 14, "bottom": 26}
_NARROW = {"left": 132, "right": 14, "top": 14, "bottom": 26}
_TIPS = (("title", ""), ("repository", ""), ("shown", ""), ("docstrings", "docstrings"))
_ROOM = 190
"""Pixels for the titles beside small plots."""


def ladder_chart(names: Sequence[str], titles: Sequence[str], points: Rows) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, title, value (percent), shown and docstrings.

    `titles` from the top down. Colour and shape tell repositories apart; a grey line joins a row's ends. More than a
    few repositories have plots of their own, where the grey line goes from the least to the most of all.
    """
    import altair as alt

    ends = _ends(titles, points)
    rows = [{**row, **ends[row["title"]]} for row in points]
    if crowded(points):
        small = _layers(names, titles, limit=_ROOM - 12, ticks=3)
        return panels(small, names, rows, height=_SMALL * len(titles), tips=_TIPS, room=_ROOM)
    limit, ticks = alt.ExprRef(expr="padding.left - 12"), alt.ExprRef(expr="max(2, floor(width / 90))")
    spans, dots = _layers(names, titles, limit=limit, ticks=ticks)
    layers = [
        spans.properties(data=_rows("spans")),
        dots.encode(yOffset=_below(names)).properties(data=_rows("points")),
    ]
    spec = marks.framed(layers, width=theme.WIDTH - 142, height=_STEP * len(titles), padding=_PADDING)
    spec["usermeta"] = marks.meta(names, _TIPS, padding=_PADDING, narrow=_NARROW)
    joined = [{"title": title, **found} for title, found in ends.items() if found["least"] < found["most"]]
    spec["datasets"] = {"points": [dict(row) for row in points], "spans": joined}
    return spec


def _layers(
    names: Sequence[str], titles: Sequence[str], *, limit: int | alt.ExprRef, ticks: int | alt.ExprRef
) -> tuple[alt.Chart, alt.Chart]:
    import altair as alt

    y = alt.Y(
        "title:N",
        sort=list(titles),
        scale=alt.Scale(domain=list(titles), padding=0),
        axis=alt.Axis(labelLimit=limit, labelPadding=8, grid=False, ticks=False, labelColor="var(--ink)"),
    )
    spans = alt.Chart(mark=alt.MarkDef(type="rule", aria=False, strokeWidth=2)).encode(
        y=y, x=alt.X("least:Q"), x2=alt.X2("most:Q"), stroke=alt.StrokeValue("var(--line)")
    )
    dots = alt.Chart(
        mark=alt.MarkDef(type="point", filled=True, size=90, opacity=1, aria=False, stroke="var(--paper)")
    ).encode(
        y=y,
        x=alt.X("value:Q", scale=alt.Scale(zero=True, nice=True), axis=_percent_axis(ticks)),
        fill=alt.Fill("repository:N", legend=None, scale=marks.colour(names)),
        shape=alt.Shape("repository:N", legend=None, scale=marks.shape(names)),
    )
    return spans, dots.properties(name=marks.TIPS)


def _below(names: Sequence[str]) -> alt.YOffset:
    import altair as alt

    reach = min(_APART * (len(names) - 1), _REACH) / 2
    around = [_STEP / 2 - reach, _STEP / 2 + reach]
    return alt.YOffset("repository:N", scale=alt.Scale(type="point", padding=0, domain=list(names), range=around))


def _rows(name: str) -> alt.NamedData:
    import altair as alt

    return alt.NamedData(name=name)


def _percent_axis(ticks: int | alt.ExprRef) -> alt.Axis:
    import altair as alt

    return alt.Axis(
        labelExpr="datum.label + ' %'", grid=True, gridColor="var(--grid)", tickCount=ticks, labelFlush=True
    )


def _ends(titles: Sequence[str], points: Rows) -> dict[str, dict[str, float]]:
    """Return for each title that has values the least and the most of them."""
    values = {title: [row["value"] for row in points if row["title"] == title] for title in titles}
    return {title: {"least": min(some), "most": max(some)} for title, some in values.items() if some}
