"""Who carries the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from analyzer.model import wording
from analyzer.model.blocks import Block, section
from analyzer.model.comparison import Comparison, Series
from analyzer.model.numbers import Number
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._counted_people import counted_people
from analyzer.render.sections._monthly import lately, monthly_chart
from analyzer.render.sections._yearly_changes import PEOPLE, yearly_changes


@section(title="Who carries it?", order=50)
def people(comparison: Comparison) -> Iterator[Block]:
    """Contributors by month and from year to year, then their number under every rule that tells people apart."""
    lines = [line for line in comparison.series.get("contributors", ()) if line.times]
    if lines:
        yield monthly_chart(
            comparison,
            "contributors",
            title="People who contributed in a month",
            unit="people",
            caption=_caption(lines, comparison.end),
            table=("Contributors a month, on average, in each year", _average, wording.decimal),
        )
    yield from yearly_changes(comparison, PEOPLE)
    yield from counted_people(comparison)


def _average(values: Sequence[Number]) -> float:
    return fmean(values)


def _caption(lines: Sequence[Series], end: int) -> str:
    known = [(line.repository, fmean(values)) for line in lines if (values := lately(line, end))]
    if not known:
        return "No month is over yet."
    return f"People a month, on average over the last twelve full months: {amounts(known, wording.decimal)}."
