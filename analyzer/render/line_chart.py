"""A chart of one line for each repository over time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import axes, theme
from analyzer.render.axes import Rows
from analyzer.render.claim_marks import Marks, bands, claimed_lines
from analyzer.render.labels import spread
from analyzer.render.level_marks import level_rules
from analyzer.render.multiples import multiples

if TYPE_CHECKING:
    import altair as alt

HEIGHT = 300
DIRECT_LABELS = 4
"""Up to so many lines carry their names at their ends; of more, each has a small plot of its own."""


def line_chart(
    names: Sequence[str],
    points: Rows,
    *,
    unit: str,
    decimals: int = 0,
    steps: bool = False,
    averaged: bool = False,
    marks: Marks | None = None,
    levels: Rows = (),
) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, time (milliseconds), value and perhaps more.

    The rows of a repository come in the order of time. `unit` stands after values in the tooltip. `steps` holds each
    value until the next. With `averaged` the rows also have `mean`, which is drawn; of few repositories the values
    stand thin behind it, with a hollow dot for rows with `open` set to 1. `marks` are those of a claim,
    `levels` the changes of level (see `level_marks`); neither is drawn where there are small plots.
    """
    present = {row["repository"] for row in points}
    if len(present) > DIRECT_LABELS:
        return multiples(names, points, unit=unit, decimals=decimals, steps=steps, averaged=averaged)
    drawn = "mean" if averaged else "value"
    thin, labelled = averaged and len(names) <= DIRECT_LABELS, 1 < len(names) <= DIRECT_LABELS
    marked = marks.datasets() if marks else {}
    marked |= {"levels": [dict(row) for row in levels]} if levels else {}
    layers = [_line(drawn, names, unit, steps=steps)]
    if thin:
        layers = [_line("value", names, unit, steps=steps, thin=True), *layers, _dots(names, unit)]
    layers = _marked(layers, marked, names, unit)
    if labelled:
        layers.append(_names(names, unit))
    spec = axes.framed(layers, points, width=theme.WIDTH, height=HEIGHT)
    spec["usermeta"] = {
        **_meta(names, present, unit=unit, decimals=decimals, steps=steps),
        "drawn": drawn,
        "thin": thin,
        "top": marks.top if marks else 0,
    }
    spec["datasets"] = {"points": list(points), **marked}
    spec["datasets"] |= {"open": [row for row in points if row["open"]]} if thin else {}
    if labelled:
        spec["datasets"]["ends"] = _ends(names, points, drawn, thin=thin, least=marks.top if marks else 0)
    return spec


def _meta(names: Sequence[str], present: Collection[str], *, unit: str, decimals: int, steps: bool) -> dict[str, Any]:
    """Return what the script is told whatever is drawn; the legend has only those with a line."""
    return {
        "kind": "lines",
        "by": "repository",
        "value": "value",
        "unit": unit,
        "decimals": decimals,
        "order": list(names),
        "legend": [name for name in names if name in present],
        "steps": steps,
    }


def _marked(layers: list[alt.Chart], marked: Collection[str], names: Sequence[str], unit: str) -> list[alt.Chart]:
    """Return the layers with those of the marks that there are: bands and rules behind, claimed values in front."""
    behind = [*([bands()] if "spans" in marked else []), *(level_rules(names) if "levels" in marked else [])]
    return [*behind, *layers, *([claimed_lines(names, unit)] if "claimed" in marked else [])]


def _line(field: str, names: Sequence[str], unit: str, *, steps: bool, thin: bool = False) -> alt.Chart:
    import altair as alt

    dashes = [[float(length) for length in theme.dash(index)] for index in range(len(names))]
    mark = alt.MarkDef(
        type="line",
        clip=True,
        aria=False,
        interpolate="step-after" if steps else "linear",
        strokeWidth=1 if thin else 2.25,
        opacity=0.3 if thin else 1,
    )
    layer: alt.Chart = alt.Chart(alt.NamedData(name="points"), mark=mark).encode(
        x=axes.time_axis(),
        y=axes.value_axis(field, unit),
        stroke=_stroke(names),
        strokeDash=alt.StrokeDash("repository:N", legend=None, scale=_scale(names, dashes)),
    )
    return layer


def _dots(names: Sequence[str], unit: str) -> alt.Chart:
    import altair as alt

    mark = alt.MarkDef(type="point", filled=False, fill="var(--paper)", size=34, strokeWidth=1.5, aria=False)
    layer: alt.Chart = alt.Chart(alt.NamedData(name="open"), mark=mark).encode(
        x=axes.time_axis(), y=axes.value_axis("value", unit), stroke=_stroke(names)
    )
    return layer


def _stroke(names: Sequence[str]) -> alt.Stroke:
    import altair as alt

    return alt.Stroke("repository:N", legend=None, scale=_scale(names, theme.colours(names)))


def _names(names: Sequence[str], unit: str) -> alt.Chart:
    import altair as alt

    inks = [theme.ink(index) for index in range(len(names))]
    fill = alt.Fill("repository:N", legend=None, scale=_scale(names, inks))
    return axes.end_labels("repository", axes.value_axis("place", unit), fill)


def _scale(names: Sequence[str], values: Sequence[Any]) -> alt.Scale:
    import altair as alt

    return alt.Scale(domain=list(names), range=list(values))


def _ends(names: Sequence[str], points: Rows, drawn: str, *, thin: bool, least: float) -> list[dict[str, Any]]:
    last = {row["repository"]: row[drawn] for row in points if not row.get("open")}
    present = [name for name in names if name in last]
    stop = max((row["time"] for row in points), default=0)
    top = max((max(row["value"] if thin else 0, row[drawn]) for row in points), default=0)
    top = max(top, least)
    places = spread([last[name] for name in present], top=top, height=HEIGHT)
    return [
        {"repository": name, "time": stop, "place": round(place, 4)}
        for name, place in zip(present, places, strict=True)
    ]
