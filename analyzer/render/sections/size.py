"""How large the repositories are, and in what languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from analyzer.model import wording
from analyzer.model.blocks import Block, Chart, section
from analyzer.model.comparison import Comparison, Series
from analyzer.render.area_chart import MOST_PARTS, area_chart
from analyzer.render.line_chart import line_chart
from analyzer.render.months import by_year, last

_REST = "Other"


@section(title="How large, and since when?", order=30)
def size(comparison: Comparison) -> Iterator[Block]:
    """Lines of code over time: of each repository on one scale, then by language, each on its own."""
    lines = [line for line in comparison.series.get("languages", ()) if line.times]
    names = [column.name for column in comparison.columns if any(line.repository == column.name for line in lines)]
    if not names:
        return
    totals = [_total(name, [line for line in lines if line.repository == name]) for name in names]
    yield Chart(
        slug="size",
        title="Lines of code",
        caption=_caption(totals),
        spec=line_chart(
            [column.name for column in comparison.columns],
            [
                {"repository": line.repository, "time": time * 1000, "value": value}
                for line in totals
                for time, value in zip(line.times, line.values, strict=True)
            ],
            unit="lines",
        ),
        data=by_year("Lines of code at the end of each year", totals, last, wording.count),
    )
    for place, column in enumerate(comparison.columns):
        if column.name in names:
            yield _languages(column.name, place, [line for line in lines if line.repository == column.name])


def _languages(name: str, place: int, lines: Sequence[Series]) -> Chart:
    whole = _total(name, lines)
    # Of the rest that the comparison itself sums up, nobody knows what it is: it comes last.
    ranked = sorted(lines, key=lambda line: (line.group == _REST, -line.values[-1], line.group))
    # A rest of one language would hide a name to save none.
    shown = ranked if len(ranked) <= MOST_PARTS else ranked[: MOST_PARTS - 1]
    rest = _total(name, ranked[len(shown) :], group=_REST)
    parts = [*shown, rest] if rest.times else list(shown)
    return Chart(
        slug=f"languages-{place + 1}",
        title=f"{name}: lines of code by language",
        caption=_share(name, parts, whole.values[-1]),
        spec=area_chart([part.group for part in parts], _rows(parts, whole.times), place=place, unit="lines"),
        data=by_year(f"{name}: lines of code by language at the end of each year", parts, last, wording.count),
    )


def _rows(parts: Sequence[Series], times: Sequence[int]) -> list[dict[str, Any]]:
    rows = []
    for part in parts:
        values = dict(zip(part.times, part.values, strict=True))
        rows += [{"part": part.group, "time": time * 1000, "value": values.get(time, 0)} for time in times]
    return rows


def _total(name: str, lines: Sequence[Series], group: str = "") -> Series:
    sums: dict[int, float] = {}
    for line in lines:
        for time, value in zip(line.times, line.values, strict=True):
            sums[time] = sums.get(time, 0) + value
    times = tuple(sorted(sums))
    return Series(name, times, tuple(sums[time] for time in times), group)


def _caption(totals: Sequence[Series]) -> str:
    ranked = sorted(totals, key=lambda line: (-line.values[-1], line.repository))
    first, final = ranked[0], ranked[-1]
    numbers = wording.rounded([line.values[-1] for line in ranked])
    if len(ranked) == 1:
        return f"{first.repository} has {numbers[0]} lines of code."
    if not final.values[-1] or first.values[-1] == final.values[-1]:
        pairs = [f"{line.repository} {number}" for line, number in zip(ranked, numbers, strict=True)]
        return f"Lines of code: {wording.listed(pairs)}."
    ratio = wording.times(first.values[-1] / final.values[-1])
    return (
        f"{first.repository} has {numbers[0]} lines of code, {ratio} as many as {final.repository} with {numbers[-1]}; "
        f"{'both lines are drawn on one scale' if len(ranked) == 2 else 'the others lie between'}."
    )


def _share(name: str, parts: Sequence[Series], whole: float) -> str:
    if not whole:
        return f"{name} has no lines of code now."
    most = parts[0]
    share = wording.percents([100 * most.values[-1] / whole])[0]
    scale = "The scale is its own."
    if share == "100":
        return f"{name} is written in {most.group}. {scale}"
    return f"{share} % of {name}’s code is {most.group}. {scale}"
