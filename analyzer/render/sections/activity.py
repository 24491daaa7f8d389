"""How much is committed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, section
from analyzer.model.comparison import Comparison, Series
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._monthly import lately, monthly_chart, whole_months


@section(title="How active?", order=40)
def activity(comparison: Comparison) -> Iterator[Block]:
    """Commits by month."""
    lines = [line for line in comparison.series.get("commits", ()) if line.times]
    if lines:
        yield monthly_chart(
            comparison,
            "commits",
            title="Commits a month",
            unit="commits",
            caption=_caption(lines, comparison.end),
            table=("Commits in each year", sum, wording.count),
        )


def _caption(lines: Sequence[Series], end: int) -> str:
    counts = amounts([(line.repository, sum(lately(line, end))) for line in lines], wording.count)
    peaks = [(value, -time, line.repository) for line in lines for time, value in whole_months(line, end)]
    if not peaks:
        return "No month is over yet."
    value, time, name = max(peaks)
    peak = f"The busiest month was {wording.month(-time)}, with {wording.plural(value, 'commit')} to {name}."
    return f"Commits in the last twelve full months: {counts}. {peak}"
