"""What all charts over time share: the span that is shown, the axes, the frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analyzer.render import theme

if TYPE_CHECKING:
    import altair as alt

Rows = Sequence[Mapping[str, Any]]


def time_axis(field: str = "time", *, ticks: str = "max(3, floor(width / 90))") -> alt.X:
    """Return the x channel: `field` in milliseconds, from the parameter `start` to `stop` (the script moves them)."""
    import altair as alt

    scale = alt.Scale(type="utc", nice=False, domainMin=alt.ExprRef(expr="start"), domainMax=alt.ExprRef(expr="stop"))
    return alt.X(f"{field}:T", scale=scale, axis=alt.Axis(tickCount=alt.ExprRef(expr=ticks)))


def value_axis(field: str, unit: str, *, stacked: bool = False, ticks: int = 5) -> alt.Y:
    """Return the y channel, from zero up."""
    import altair as alt

    sign = " + ' %'" if unit == "percent" else ""
    label = f"(datum.value >= 10000 ? format(datum.value, '~s') : format(datum.value, ',')){sign}"
    return alt.Y(
        f"{field}:Q",
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(labelExpr=label, tickCount=ticks),
        stack="zero" if stacked else None,
    )


def end_labels(text: str, y: alt.Y, fill: alt.Fill | alt.FillValue, x: alt.X | None = None) -> alt.Chart:
    """Return the layer that writes the field `text` of the rows `ends` to the right of the plot; `x` if not of time."""
    import altair as alt

    mark = alt.MarkDef(
        type="text", align="left", baseline="middle", dx=8, fontSize=13, limit=theme.PADDING["right"] - 10
    )
    layer: alt.Chart = alt.Chart(alt.NamedData(name="ends"), mark=mark).encode(
        x=x or time_axis(), y=y, fill=fill, text=f"{text}:N"
    )
    return layer


def framed(layers: Sequence[alt.Chart], points: Rows, *, width: int, height: int) -> dict[str, Any]:
    """Return the layers as one spec with a fixed frame around them, without the configuration (see theme)."""
    import altair as alt

    times = [row["time"] for row in points] or [0]
    frame = {
        "width": width,
        "height": height,
        "padding": theme.PADDING,
        "autosize": alt.AutoSizeParams(type="none"),
    }
    span = (alt.param(name="start", value=min(times)), alt.param(name="stop", value=max(times)))
    spec: dict[str, Any] = alt.layer(*layers).properties(**frame).add_params(*span).to_dict()
    del spec["config"]
    return spec
