"""How much is committed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, section
from analyzer.model.comparison import Comparison, Series
from analyzer.render.line_chart import DIRECT_LABELS
from analyzer.render.months import whole_months
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._monthly import lately, monthly_chart
from analyzer.render.sections._yearly_changes import COMMITS, yearly_changes


@section(title="How active?", order=40)
def activity(comparison: Comparison) -> Iterator[Block]:
    """Commits by month, with the months in which their level changed."""
    lines = [line for line in comparison.series.get("commits", ()) if line.times]
    levels = comparison.series.get("levels", ())
    if lines:
        yield monthly_chart(
            comparison,
            "commits",
            title="Commits a month",
            unit="commits",
            caption=f"{_caption(lines, comparison.end)}{_changed(levels)}",
            table=("Commits in each year", sum, wording.count),
            levels=levels if len(lines) <= DIRECT_LABELS else (),
        )
    yield from yearly_changes(comparison, COMMITS)


def _caption(lines: Sequence[Series], end: int) -> str:
    counts = amounts([(line.repository, sum(lately(line, end))) for line in lines], wording.count)
    peaks = [(value, -time, line.repository) for line in lines for time, value in whole_months(line, end)]
    if not peaks:
        return "No month is over yet."
    value, time, name = max(peaks)
    peak = f"The busiest month was {wording.month(-time)}, with {wording.plural(value, 'commit')} to {name}."
    return f"Commits in the last twelve full months: {counts}. {peak}"


def _changed(levels: Sequence[Series]) -> str:
    """Return when the level of each repository changed last, and that rules mark it; empty if none ever did."""
    changed = [line for line in levels if len(line.times) > 1]
    if not changed or len(levels) > DIRECT_LABELS:
        return ""
    told = [
        f"{line.repository} in {wording.month(line.times[-1])} from {before} to {after}"
        for line in changed
        for before, after in [wording.percents(line.values[-2:])]
    ]
    return f" Dotted rules mark where the level changed for a year or more; last: {wording.listed(told)} a month."
