"""A cloud of files: how often each was changed against how complex it is, both on logarithmic scales."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows

if TYPE_CHECKING:
    import altair as alt

_HEIGHT = 340
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

    `named` are those of them whose `name` is written beside their dot.
    """
    import altair as alt

    x = alt.X("commits:Q", scale=alt.Scale(type="log", nice=False, padding=14), axis=_axis("Commits in 12 months"))
    y = alt.Y("complexity:Q", scale=alt.Scale(type="log", nice=False, padding=14), axis=_axis("Complexity", grid=True))
    dot = alt.MarkDef(type="point", filled=True, size=60, opacity=0.62, aria=False, stroke="var(--paper)")
    dots = (
        alt.Chart(alt.NamedData(name="points"), mark=dot)
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("repository:N", legend=None, scale=marks.colour(names)),
            shape=alt.Shape("repository:N", legend=None, scale=marks.shape(names)),
        )
        .properties(name=marks.TIPS)
    )
    # A phone has no room for names beside the dots.
    shown = alt.ExprRef(expr="width < 420 ? 0 : 1")
    label = alt.MarkDef(type="text", align="left", dx=8, fontSize=12, aria=False, opacity=shown)
    labels = alt.Chart(alt.NamedData(name="named"), mark=label).encode(
        x=x, y=y, text="name:N", fill=alt.Fill("repository:N", legend=None, scale=marks.ink(names))
    )
    spec = marks.framed([dots, labels], width=theme.WIDTH, height=_HEIGHT, padding=_PADDING, params={})
    spec["usermeta"] = marks.meta(names, _TIPS, padding=_PADDING, narrow=_NARROW)
    spec["datasets"] = {"points": [dict(row) for row in points], "named": [dict(row) for row in named]}
    return spec


def _axis(title: str, *, grid: bool = False) -> alt.Axis:
    import altair as alt

    return alt.Axis(
        title=title,
        titleColor="var(--soft)",
        titleFontWeight="normal",
        titleFontSize=12,
        grid=grid,
        gridColor="var(--grid)",
        values=[digit * 10**power for power in range(7) for digit in (1, 2, 5)],
        format=",",
        labelOverlap=False,
    )
