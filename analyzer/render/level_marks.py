"""Changes of level and releases on a time axis: thin dotted rules with names, in the colours of repositories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.model import wording
from analyzer.model.comparison import Series, Spot
from analyzer.render import axes, theme

if TYPE_CHECKING:
    import altair as alt

_AT_EDGE = "scale('x', datum.time) > width - 54"
"""Names at the right edge stand to the left of their rule."""
_STAGGERED = 3
"""Names of neighbouring rules stand at so many heights, so that near ones do not cover each other."""


def level_rows(lines: Sequence[Series]) -> list[dict[str, Any]]:
    """Return a row for each change of the levels in `lines`: repository, time (ms), month in short, row of its name."""
    changes = sorted((time, line.repository) for line in lines for time in line.times[1:])
    return [
        {"repository": name, "time": time * 1000, "label": _short(time), "row": place % _STAGGERED}
        for place, (time, name) in enumerate(changes)
    ]


def release_rows(spots: Sequence[Spot], start: int) -> list[dict[str, Any]]:
    """Return the same rows for major releases since `start`, with their versions; minor ones where those are all."""
    names = dict.fromkeys(spot.repository for spot in spots)
    chosen = [spot for name in names for spot in _largest([one for one in spots if one.repository == name])]
    found = sorted((spot.parts["time"], spot.repository, spot.name) for spot in chosen if spot.parts["time"] >= start)
    return [
        {"repository": name, "time": int(time) * 1000, "label": version, "row": place % _STAGGERED}
        for place, (time, name, version) in enumerate(found)
    ]


def _largest(spots: Sequence[Spot]) -> list[Spot]:
    majors = [spot for spot in spots if spot.parts.get("major")]
    return majors or [spot for spot in spots if spot.parts.get("minor")]


def level_rules(names: Sequence[str]) -> list[alt.Chart]:
    """Return the layers that draw the rows `levels`, behind everything else."""
    import altair as alt

    def scale(colours: Sequence[str]) -> alt.Scale:
        return alt.Scale(domain=list(names), range=list(colours))

    data = alt.NamedData(name="levels")
    rule = alt.MarkDef(type="rule", clip=True, aria=False, strokeDash=[1, 3], strokeWidth=1.25)
    text = alt.MarkDef(
        type="text",
        clip=True,
        aria=False,
        align=alt.ExprRef(expr=f"{_AT_EDGE} ? 'right' : 'left'"),
        dx=alt.ExprRef(expr=f"{_AT_EDGE} ? -3 : 3"),
        fontSize=10,
        y=alt.ExprRef(expr="8 + 12 * datum.row"),
    )
    stroke = alt.Stroke("repository:N", legend=None, scale=scale(theme.colours(names)))
    fill = alt.Fill("repository:N", legend=None, scale=scale([theme.ink(place) for place in range(len(names))]))
    return [
        alt.Chart(data, mark=rule).encode(x=axes.time_axis(), stroke=stroke),
        alt.Chart(data, mark=text).encode(x=axes.time_axis(), text="label:N", fill=fill),
    ]


def _short(month: int) -> str:
    name, _, year = wording.month(month).partition(" ")
    return f"{name[:3]} {year}"
