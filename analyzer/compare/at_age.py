"""Repositories at the same age: what each was when it was as old as the youngest is now, and at whole years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analyzer.compare.steps import Steps
from analyzer.model.comparison import AtAge, Cell, Column, Row
from analyzer.model.metric import WINDOWS, Metric
from analyzer.model.numbers import Number

YEAR = 365.2425 * 86_400
"""Seconds."""
WHOLE = (1, 2, 5, 10, 15, 20, 30, 40, 50)
"""The ages, in years, at which repositories are compared besides."""
GROUP = "At the same age"


@dataclass(frozen=True, slots=True)
class Grown:
    """A figure that is known at any time."""

    slug: str
    title: str
    metric: str
    window: str = "all"
    """A key of `WINDOWS`."""


GROWN = (
    Grown("lines", "Lines of code", "lines"),
    Grown("comment-ratio", "Comment ratio", "comment_ratio"),
    Grown("commits", "Commits until then", "commits"),
    Grown("contributors", "Contributors until then", "contributors"),
    Grown("commits-12m", "Commits in the 12 months before", "commits", "12m"),
    Grown("contributors-12m", "Contributors in the 12 months before", "contributors", "12m"),
)
_DIVIDED = (
    (
        Grown("commits-per-person-12m", "Commits per contributor in these 12 months", "commits_per_person", "12m"),
        "contributors-12m",
        1,
    ),
    (
        Grown("commits-per-kloc-12m", "Commits per 1,000 lines of code in these 12 months", "commits_per_kloc", "12m"),
        "lines",
        1000,
    ),
)
"""Figures that are the commits of 12 months, times a number, by another figure."""

Series = Mapping[tuple[str, str], Steps]
"""(repository, slug of `GROWN`) -> its values over time."""


def at_age(
    columns: Sequence[Column],
    ends: Sequence[int],
    series: Series,
    definition: str,
    metrics: Mapping[str, Metric],
) -> tuple[AtAge, ...]:
    """Return the figures at the age of the youngest, then at whole years up to the age of the oldest.

    An age runs from the first believable commit to the end, one of `ends` for each column. Of a repository whose
    history is incomplete it is not known. With fewer than two ages there is nothing to compare.
    """
    ages = [None if column.floor else end - column.first_commit for column, end in zip(columns, ends, strict=True)]
    known = [age for age in ages if age is not None]
    if len(known) < 2:
        return ()
    whole = [year * YEAR for year in WHOLE if year * YEAR <= max(known)]
    return tuple(_aged(age, columns, ages, series, definition, metrics) for age in (min(known), *whole))


def _aged(
    age: float,
    columns: Sequence[Column],
    ages: Sequence[float | None],
    series: Series,
    definition: str,
    metrics: Mapping[str, Metric],
) -> AtAge:
    times = tuple(
        int(column.first_commit + age) if own is not None and age <= own else None
        for column, own in zip(columns, ages, strict=True)
    )
    cells = {
        one.slug: tuple(
            _cell(series.get((column.name, one.slug)), time) for column, time in zip(columns, times, strict=True)
        )
        for one in GROWN
    }
    rows = [_row(one, cells[one.slug], definition, metrics) for one in GROWN]
    rows += [
        _row(one, _divided(cells["commits-12m"], cells[by], factor), definition, metrics)
        for one, by, factor in _DIVIDED
    ]
    return AtAge(age / YEAR, times, tuple(rows))


def _row(one: Grown, cells: tuple[Cell, ...], definition: str, metrics: Mapping[str, Metric]) -> Row:
    metric = metrics[one.metric]
    return Row(
        slug=f"{one.slug}-at-age",
        group=GROUP,
        title=one.title,
        unit=metric.unit,
        cells=cells,
        metric=one.metric,
        window=WINDOWS[one.window].name,
        definition=definition if metric.defined else "",
    )


def _cell(steps: Steps | None, time: int | None) -> Cell:
    seen = None if steps is None or time is None else steps.at(time)
    return Cell(None if seen is None else _number(seen.value))


def _divided(above: Sequence[Cell], below: Sequence[Cell], factor: int) -> tuple[Cell, ...]:
    return tuple(Cell(_quotient(one.value, other.value, factor)) for one, other in zip(above, below, strict=True))


def _quotient(above: Number | str | None, below: Number | str | None, factor: int) -> Number | None:
    if isinstance(above, str) or isinstance(below, str) or above is None or not below:
        return None
    return _number(factor * above / below)


def _number(value: float) -> Number:
    return int(value) if float(value).is_integer() else float(value)
