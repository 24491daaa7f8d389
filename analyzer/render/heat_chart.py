"""A cloud of files: how often each was changed against how complex it is, both on logarithmic scales."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows
from analyzer.render.panels import crowded, panels

if TYPE_CHECKING:
    import altair as alt

_HEIGHT, _SMALL = 340, 130
_PADDING = {"left": 58, "right": 108, "top": 14, "bottom": 44}
_NARROW = {"left": 44, "right": 14, "top": 14, "bottom": 44}
_TIPS = (
    ("file", ""),
    ("repository", ""),
    ("commits", "commits"),
    ("complexity", "complexity"),
    ("authors", "authors"),
    ("share", "of the heat"),
)


def heat_chart(names: Sequence[str], points: Rows, named: Rows) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `points` of repository, file, commits, complexity, authors and share.

    `named` are those of them whose `name` is written beside their dot. More than a few repositories have plots of
    their own, without names.
    """
    import altair as alt

    if crowded(points):
        return panels([_dots(names, ticks=3)], names, points, height=_SMALL, tips=_TIPS, room=58)
    dots = _dots(names, ticks=12).properties(data=alt.NamedData(name="points"))
    layers = [dots, *_labels(names)]
    spec = marks.framed(layers, width=theme.WIDTH, height=_HEIGHT, padding=_PADDING)
    spec["usermeta"] = marks.meta(names, _TIPS, padding=_PADDING, narrow=_NARROW)
    spec["datasets"] = {"points": [dict(row) for row in points], "named": [dict(row) for row in named]}
    return spec


def _dots(names: Sequence[str], *, ticks: int) -> alt.Chart:
    import altair as alt

    dot = alt.MarkDef(type="point", filled=True, size=60, opacity=0.62, aria=False, stroke="var(--paper)")
    return (
        alt.Chart(mark=dot)
        .encode(
            x=_commits(ticks),
            y=_complexity(ticks),
            fill=alt.Fill("repository:N", legend=None, scale=marks.colour(names)),
            shape=alt.Shape("repository:N", legend=None, scale=marks.shape(names)),
        )
        .properties(name=marks.TIPS)
    )


def _labels(names: Sequence[str]) -> list[alt.Chart]:
    """Return the names beside dots, each on a rim of paper so that it is read over other dots."""
    import altair as alt

    # A phone has no room for names beside the dots.
    shown = alt.ExprRef(expr="width < 420 ? 0 : 1")
    label = alt.MarkDef(type="text", align="left", dx=8, fontSize=12, aria=False, opacity=shown)
    rim = label.copy()
    rim.stroke, rim.strokeWidth = "var(--paper)", 4
    fill = alt.Fill("repository:N", legend=None, scale=marks.ink(names))
    data = alt.NamedData(name="named")
    return [
        alt.Chart(data, mark=mark).encode(x=_commits(12), y=_complexity(12), text="name:N", fill=fill)
        for mark in (rim, label)
    ]


def _commits(ticks: int) -> alt.X:
    import altair as alt

    return alt.X("commits:Q", scale=_log(), axis=_axis("Commits in 12 months", ticks))


def _complexity(ticks: int) -> alt.Y:
    import altair as alt

    return alt.Y("complexity:Q", scale=_log(), axis=_axis("Complexity", ticks, grid=True))


def _log() -> alt.Scale:
    import altair as alt

    return alt.Scale(type="log", nice=False, padding=14)


def _axis(title: str, ticks: int, *, grid: bool = False) -> alt.Axis:
    import altair as alt

    return alt.Axis(
        title=title,
        titleColor="var(--soft)",
        titleFontWeight="normal",
        titleFontSize=12,
        grid=grid,
        gridColor="var(--grid)",
        values=[digit * 10**power for power in range(7) for digit in (1, 2, 5)],
        tickCount=ticks,
        format=",",
        labelOverlap=False,
    )
