"""Series of a comparison as rows of a chart and as tables by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from statistics import fmean
from typing import Any

from analyzer.model import wording
from analyzer.model.blocks import Table
from analyzer.model.comparison import Series
from analyzer.model.numbers import Number

SPAN = 12
"""Months in a running average."""

Sum = Callable[[Sequence[Number]], float]


def monthly_rows(lines: Sequence[Series], end: int) -> list[dict[str, Any]]:
    """Return rows of repository, time (ms), value, `mean` of 12 months, and `open`: 1 for a month cut off by `end`."""
    rows = []
    for line in lines:
        past: list[Number] = []
        for time, value in zip(line.times, line.values, strict=True):
            cut = is_open(time, end)
            past = past if cut and past else [*past, value][-SPAN:]
            mean = round(fmean(past), 2)
            rows.append(
                {"repository": line.repository, "time": time * 1000, "value": value, "mean": mean, "open": int(cut)}
            )
    return rows


def is_open(month: int, end: int) -> bool:
    """Whether the month that starts at `month` is not over at `end`."""
    start = wording.moment(month)
    following = datetime(start.year + start.month // 12, start.month % 12 + 1, 1, tzinfo=UTC)
    return end < int(following.timestamp())


def by_year(caption: str, lines: Sequence[Series], how: Sum, text: Callable[[float], str]) -> Table:
    """Return a table of years, newest first, and one column for each line: `how` of the year's values, as text."""
    years = [_years(line) for line in lines]
    every = sorted({year for line in years for year in line}, reverse=True)
    rows = [
        (str(year), *(text(how(line[year])) if year in line else wording.NOTHING for line in years)) for year in every
    ]
    head = ("Year", *(line.group or line.repository for line in lines))
    return Table(caption, head, tuple(rows), numeric=(False, *(True for _ in lines)))


def last(values: Sequence[Number]) -> float:
    """Return the last value: what stood at the end of the year."""
    return values[-1]


def _years(line: Series) -> dict[int, list[Number]]:
    found: dict[int, list[Number]] = {}
    for time, value in zip(line.times, line.values, strict=True):
        found.setdefault(wording.moment(time).year, []).append(value)
    return found
