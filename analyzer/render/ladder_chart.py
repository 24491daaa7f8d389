"""A dot plot: one row for each definition, a dot for each repository, from zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows

if TYPE_CHECKING:
    import altair as alt

_STEP = 27
_PADDING = {"left": 200, "right": 76, "top": 14, "bottom": 26}
_NARROW = {"left": 118, "right": 14, "top": 14, "bottom": 26}


def ladder_chart(names: Sequence[str], titles: Sequence[str], points: Rows) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, title, value (percent), shown and docstrings.

    `titles` from the top down. Colour and shape tell repositories apart; a grey line joins a row's ends.
    """
    import altair as alt

    limit = alt.ExprRef(expr="padding.left - 12")
    y = alt.Y(
        "title:N",
        sort=list(titles),
        scale=alt.Scale(domain=list(titles)),
        axis=alt.Axis(labelLimit=limit, labelPadding=8, grid=False, ticks=False, labelColor="var(--ink)"),
    )
    x = alt.X("value:Q", scale=alt.Scale(zero=True, nice=True), axis=_percent_axis())
    spans = alt.Chart(alt.NamedData(name="spans"), mark=alt.MarkDef(type="rule", aria=False, strokeWidth=2)).encode(
        y=y, x=alt.X("least:Q"), x2=alt.X2("most:Q"), stroke=alt.StrokeValue("var(--line)")
    )
    dots = (
        alt.Chart(
            alt.NamedData(name="points"),
            mark=alt.MarkDef(type="point", filled=True, size=90, opacity=1, aria=False, stroke="var(--paper)"),
        )
        .encode(
            y=y,
            x=x,
            fill=alt.Fill("repository:N", legend=None, scale=marks.colour(names)),
            shape=alt.Shape("repository:N", legend=None, scale=marks.shape(names)),
        )
        .properties(name=marks.TIPS)
    )
    spec = marks.framed([spans, dots], width=theme.WIDTH - 142, height=_STEP * len(titles), padding=_PADDING, params={})
    tips = [("title", ""), ("repository", ""), ("shown", ""), ("docstrings", "docstrings")]
    spec["usermeta"] = marks.meta(names, tips, padding=_PADDING, narrow=_NARROW)
    spec["datasets"] = {"points": [dict(row) for row in points], "spans": _spans(titles, points)}
    return spec


def _percent_axis() -> alt.Axis:
    import altair as alt

    return alt.Axis(
        labelExpr="datum.label + ' %'",
        grid=True,
        gridColor="var(--grid)",
        tickCount=alt.ExprRef(expr="max(2, floor(width / 90))"),
    )


def _spans(titles: Sequence[str], points: Rows) -> list[dict[str, Any]]:
    spans = []
    for title in titles:
        values = [row["value"] for row in points if row["title"] == title]
        if len(values) > 1:
            spans.append({"title": title, "least": min(values), "most": max(values)})
    return spans
