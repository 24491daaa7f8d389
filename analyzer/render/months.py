"""Series of a comparison as rows of a chart and as tables by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

from analyzer.model import wording
from analyzer.model.blocks import Table
from analyzer.model.calendar import is_open
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


def whole_months(line: Series, end: int) -> list[tuple[int, Number]]:
    """Return the (month, value) pairs of a line that are over at `end`."""
    return [(time, value) for time, value in zip(line.times, line.values, strict=True) if not is_open(time, end)]


def without_open(line: Series, end: int) -> Series:
    """Return the line without the month that is not over: it is no month to be averaged."""
    whole = whole_months(line, end)
    return replace(line, times=tuple(time for time, _ in whole), values=tuple(value for _, value in whole))


def by_year(caption: str, lines: Sequence[Series], how: Sum, text: Callable[[float], str]) -> Table:
    """Return a table of years, newest first, and one column for each line: `how` of the year's values, as text."""
    years = [_years(line) for line in lines]
    every = sorted({year for line in years for year in line}, reverse=True)
    if how is last:
        # What stood at the end of a year stands until it changes.
        years = [_carried(line, every) for line in years]
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


def _carried(line: dict[int, list[Number]], years: Sequence[int]) -> dict[int, list[Number]]:
    found: dict[int, list[Number]] = {}
    before: list[Number] | None = None
    for year in reversed(years):
        before = line.get(year, before)
        if before is not None:
            found[year] = before
    return found
