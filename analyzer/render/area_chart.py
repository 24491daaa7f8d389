"""A chart of stacked parts of one repository over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import axes, theme
from analyzer.render.axes import Rows
from analyzer.render.labels import spread

if TYPE_CHECKING:
    import altair as alt

HEIGHT = 240
_STRENGTHS = (0.9, 0.62, 0.44, 0.31, 0.21, 0.14)
MOST_PARTS = len(_STRENGTHS)
"""So many parts can be told apart by the strength of one colour; callers sum up the rest."""


def area_chart(parts: Sequence[str], points: Rows, *, place: int, unit: str) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of part, time (milliseconds) and value.

    `parts` from the bottom up, at most `MOST_PARTS`; `place` is the repository's in the comparison, for its colour.
    Each part has a row for each time, in the order of time.
    """
    import altair as alt

    ordered = [{**row, "rank": parts.index(row["part"])} for row in points]
    ink = alt.FillValue("var(--ink)")
    layers = [
        _areas(parts, theme.colour(place), unit),
        axes.end_labels("part", axes.value_axis("place", unit), ink),
    ]
    spec = axes.framed(layers, points, width=theme.HALF, height=HEIGHT)
    spec["usermeta"] = {
        "kind": "areas",
        "by": "part",
        "value": "value",
        "drawn": "value",
        "unit": unit,
        "decimals": 0,
        "order": list(parts),
        "steps": False,
        "thin": False,
        "strengths": list(_STRENGTHS[: len(parts)]),
        "place": place,
    }
    spec["datasets"] = {"points": ordered, "ends": _ends(parts, points)}
    return spec


def _areas(parts: Sequence[str], colour: str, unit: str) -> alt.Chart:
    import altair as alt

    strengths = alt.Scale(domain=list(parts), range=list(_STRENGTHS[: len(parts)]))
    mark = alt.MarkDef(type="area", clip=True, aria=False, fill=colour, stroke="var(--paper)", strokeWidth=0.5)
    layer: alt.Chart = alt.Chart(alt.NamedData(name="points"), mark=mark).encode(
        x=axes.time_axis(),
        y=axes.value_axis("value", unit, stacked=True),
        fillOpacity=alt.FillOpacity("part:O", legend=None, scale=strengths),
        order=alt.Order("rank:Q"),
    )
    return layer


def _ends(parts: Sequence[str], points: Rows) -> list[dict[str, Any]]:
    last = {row["part"]: row["value"] for row in points}
    totals: dict[int, float] = {}
    for row in points:
        totals[row["time"]] = totals.get(row["time"], 0) + row["value"]
    middles, floor = [], 0.0
    for part in parts:
        middles.append(floor + last.get(part, 0) / 2)
        floor += last.get(part, 0)
    places = spread(middles, top=max(totals.values(), default=0), height=HEIGHT, gap=15.0)
    stop = max(totals, default=0)
    return [{"part": part, "time": stop, "place": round(place, 4)} for part, place in zip(parts, places, strict=True)]
