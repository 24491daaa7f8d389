"""What a comparison's charts draw by month or commit, in a few numbers: one for each year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from analyzer.model import wording
from analyzer.model.calendar import is_open
from analyzer.model.comparison import Comparison, Series
from analyzer.model.numbers import Number

YEARS = 12
"""So many years are told at the most, the last one up to the end of the comparison."""


_CHARTS = ("commits", "contributors", "languages", "comment_ratio")


@dataclass(frozen=True, slots=True)
class Course:
    """One figure of every repository, year by year."""

    title: str
    """What a year's number is."""
    unit: str
    """As in Metric."""
    first_year: int
    rows: tuple[tuple[str, tuple[Number | None, ...]], ...]
    """Repository, and a number for each year from the first; None before its history begins."""

    def amount(self, value: float) -> str:
        """Return a year's number as text."""
        return wording.decimal(value) if self.unit == "mean" else wording.figure(value, self.unit)


def courses(comparison: Comparison) -> tuple[Course, ...]:
    """Return what is known by year: commits, contributors, lines of code, the comment ratio."""
    last = wording.moment(comparison.end).year
    series = comparison.series
    begun = [line.times[0] for name in _CHARTS for line in series.get(name, ()) if line.times]
    first = wording.moment(min(begun)).year if begun else last
    years = range(max(last - YEARS + 1, min(first, last)), last + 1)
    found = (
        _course("Commits in each year", "commits", years, series.get("commits", ()), sum),
        _course("Contributors in a month, mean of each year", "mean", years, _whole(comparison), _mean),
        _course("Lines of code at the end of each year", "lines", years, _joined(series.get("languages", ())), _last),
        _course("Comment ratio at the end of each year", "percent", years, series.get("comment_ratio", ()), _last),
    )
    return tuple(course for course in found if any(any(v is not None for v in values) for _, values in course.rows))


def _course(
    title: str, unit: str, years: range, lines: Iterable[Series], of_year: Callable[[Sequence[Number]], Number]
) -> Course:
    return Course(title, unit, years[0], tuple((line.repository, _values(line, years, of_year)) for line in lines))


def _values(line: Series, years: range, of_year: Callable[[Sequence[Number]], Number]) -> tuple[Number | None, ...]:
    groups: dict[int, list[Number]] = {}
    for time, value in zip(line.times, line.values, strict=True):
        groups.setdefault(wording.moment(time).year, []).append(value)
    begun = min(groups, default=years[-1] + 1)
    found: list[Number | None] = []
    before = next((groups[year][-1] for year in sorted(groups, reverse=True) if year < years[0]), None)
    for year in years:
        if year in groups:
            found.append(of_year(groups[year]))
            before = groups[year][-1]
        else:
            # What is read off at commits stays as it is through a year without one; sums have every month.
            found.append(before if year > begun and of_year is _last else None)
    return tuple(found)


def _whole(comparison: Comparison) -> list[Series]:
    """Return the people of each month that is over."""
    found = []
    for line in comparison.series.get("contributors", ()):
        over = [time for time in line.times if not is_open(time, comparison.end)]
        found.append(replace(line, times=tuple(over), values=line.values[: len(over)]))
    return found


def _joined(lines: Iterable[Series]) -> tuple[Series, ...]:
    """Return one line for each repository: the sum of its groups, month by month."""
    sums: dict[str, dict[int, Number]] = {}
    for line in lines:
        months = sums.setdefault(line.repository, {})
        for time, value in zip(line.times, line.values, strict=True):
            months[time] = months.get(time, 0) + value
    return tuple(
        Series(name, tuple(sorted(months)), tuple(months[time] for time in sorted(months)))
        for name, months in sums.items()
    )


def _mean(values: Sequence[Number]) -> float:
    return sum(values) / len(values)


def _last(values: Sequence[Number]) -> Number:
    return values[-1]
