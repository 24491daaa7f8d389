"""What a chart shows of a claim: the claimed values as lines across, and the spans in which it held as bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analyzer.render import axes, theme

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True, slots=True)
class Marks:
    """Claimed values and spans."""

    claimed: tuple[tuple[str, float], ...] = ()
    """(repository, value)."""
    spans: tuple[tuple[int, int], ...] = ()
    """(start, stop) in milliseconds."""

    @property
    def top(self) -> float:
        """The highest claimed value; 0 without any."""
        return max((value for _, value in self.claimed), default=0)

    def datasets(self) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of the layers; what has none is left out."""
        found: dict[str, list[dict[str, Any]]] = {
            "spans": [{"from": start, "to": stop} for start, stop in self.spans],
            "claimed": [{"repository": name, "claim": value} for name, value in self.claimed],
        }
        return {name: rows for name, rows in found.items() if rows}


def bands() -> alt.Chart:
    """Return the layer of spans, behind everything else."""
    import altair as alt

    mark = alt.MarkDef(type="rect", clip=True, aria=False, color="var(--soft)", opacity=0.16)
    layer: alt.Chart = alt.Chart(alt.NamedData(name="spans"), mark=mark).encode(
        x=axes.time_axis("from"), x2=alt.X2("to")
    )
    return layer


def claimed_lines(names: Sequence[str], unit: str) -> alt.Chart:
    """Return the layer of claimed values, each in the colour of its repository."""
    import altair as alt

    mark = alt.MarkDef(type="rule", aria=False, strokeDash=[2, 3], strokeWidth=2.25)
    scale = alt.Scale(domain=list(names), range=theme.colours(names))
    layer: alt.Chart = alt.Chart(alt.NamedData(name="claimed"), mark=mark).encode(
        y=axes.value_axis("claim", unit), stroke=alt.Stroke("repository:N", legend=None, scale=scale)
    )
    return layer
