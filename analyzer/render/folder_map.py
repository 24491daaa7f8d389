"""A map of folders: a box for each, as large as its lines, as dark as its share of comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analyzer.render import marks, theme
from analyzer.render.marks import Rows
from analyzer.render.squares import Box, squares

if TYPE_CHECKING:
    import altair as alt

HEIGHT = 300
DARKEST = 50
"""Percent of comments from which a box is as dark as it gets: one scale for all maps."""
_PADDING = {"left": 0, "right": 0, "top": 4, "bottom": 4}
_WIDTH = theme.HALF + 160
_TIPS = (("folder", ""), ("shown", "comments"), ("lines", "lines of code and comment"))


def folder_map(name: str, place: int, folders: Rows) -> dict[str, Any]:
    """Return a Vega-Lite spec with its rows: `folders` of folder, lines (largest first), ratio (percent) and shown.

    `place` is the repository's in the comparison, for its colour.
    """
    import altair as alt

    points = _boxes(folders)
    data = alt.NamedData(name="points")
    x, y = alt.X("left:Q", scale=_whole(), axis=None), alt.Y("top:Q", scale=_whole(down=True), axis=None)
    box = alt.MarkDef(type="rect", aria=False, stroke="var(--paper)", strokeWidth=2, fill=theme.colour(place))
    shade = alt.Scale(domain=[0, DARKEST], range=[0.06, 0.62], clamp=True)
    boxes = (
        alt.Chart(data, mark=box)
        .encode(
            x=x,
            y=y,
            x2=alt.X2("right:Q"),
            y2=alt.Y2("bottom:Q"),
            fillOpacity=alt.FillOpacity("ratio:Q", scale=shade, legend=None),
        )
        .properties(name=marks.TIPS)
    )
    limit = alt.ExprRef(expr="max(0, (datum.right - datum.left) * width - 10)")
    label = alt.MarkDef(
        type="text", align="left", baseline="top", dx=6, dy=6, fontSize=12, limit=limit, fill="var(--ink)", aria=False
    )
    room = f"(datum.right - datum.left) * width > 44 && (datum.bottom - datum.top) * {HEIGHT} > 20"
    labels = alt.Chart(data, mark=label).encode(x=x, y=y, text="label:N").transform_filter(room)
    under = label.copy()
    under.dy, under.limit = 22, alt.Undefined
    tall = f"(datum.right - datum.left) * width > 56 && (datum.bottom - datum.top) * {HEIGHT} > 38"
    shares = alt.Chart(data, mark=under).encode(x=x, y=y, text="shown:N").transform_filter(tall)
    spec = marks.framed([boxes, labels, shares], width=_WIDTH, height=HEIGHT, padding=_PADDING)
    spec["usermeta"] = marks.meta([name], _TIPS, padding=_PADDING, narrow=_PADDING)
    spec["usermeta"]["half"] = True
    spec["datasets"] = {"points": points}
    return spec


def _whole(*, down: bool = False) -> alt.Scale:
    import altair as alt

    if down:
        return alt.Scale(domain=[0, 1], reverse=True, nice=False, zero=False)
    return alt.Scale(domain=[0, 1], range="width", nice=False, zero=False)


def _boxes(folders: Rows) -> list[dict[str, Any]]:
    found = squares([row["lines"] for row in folders], Box(0, 0, _WIDTH, HEIGHT))
    return [
        {
            **row,
            "label": _short(row["folder"]),
            "left": round(box.left / _WIDTH, 4),
            "top": round(box.top / HEIGHT, 4),
            "right": round((box.left + box.width) / _WIDTH, 4),
            "bottom": round((box.top + box.height) / HEIGHT, 4),
        }
        for row, box in zip(folders, found, strict=True)
    ]


def _short(folder: str) -> str:
    """Return "admin/" of "django/contrib/admin/", and "db/*" of "django/db/*"."""
    parts = folder.rstrip("/").split("/")
    if parts[-1] == "*":
        return "/".join(parts[-2:])
    return f"{parts[-1]}/"
