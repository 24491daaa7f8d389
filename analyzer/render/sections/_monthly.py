"""What the sections about months share: one chart of monthly counts with their running average."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Chart
from analyzer.model.comparison import Comparison, Series
from analyzer.model.numbers import Number
from analyzer.render.level_marks import level_rows
from analyzer.render.line_chart import DIRECT_LABELS, line_chart
from analyzer.render.months import SPAN, by_year, monthly_rows, whole_months, without_open


def lately(line: Series, end: int) -> list[Number]:
    """Return the values of the last twelve whole months."""
    return [value for _, value in whole_months(line, end)][-SPAN:]


def monthly_chart(
    comparison: Comparison,
    slug: str,
    *,
    title: str,
    unit: str,
    caption: str,
    table: tuple[str, Callable[[Sequence[Number]], float], Callable[[float], str]],
    levels: Sequence[Series] = (),
) -> Chart:
    """Return the chart of the series `slug`; `table` is the caption, the sum and the wording of its table by year.

    `levels` are the levels of the same series: where they change there is a rule.
    """
    lines = [line for line in comparison.series[slug] if line.times]
    rows = monthly_rows(lines, comparison.end)
    names = [column.name for column in comparison.columns]
    head, how, text = table
    return Chart(
        slug=slug,
        title=title,
        caption=f"{caption} {_key(names, any(row['open'] for row in rows))}",
        spec=line_chart(names, rows, unit=unit, averaged=True, levels=level_rows(levels)),
        data=by_year(head, lines if how is sum else [without_open(line, comparison.end) for line in lines], how, text),
    )


def _key(names: Sequence[str], unfinished: bool) -> str:
    average = f"the average of {wording.number(SPAN)} months"
    hollow = " The hollow dot is the month not yet over." if unfinished and len(names) <= DIRECT_LABELS else ""
    return f"Thin: each month; thick: {average}.{hollow}"
