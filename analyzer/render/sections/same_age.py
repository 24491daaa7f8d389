"""The repositories when they were equally old."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import AtAge, Comparison, Row
from analyzer.render.figures import cell_text

_FEW = 4
_BY_AGE = "lines-at-age"


@section(title="How do they compare at the same age?", order=70)
def same_age(comparison: Comparison) -> Iterator[Block]:
    """Every repository when it was as old as the youngest is now, and its size at whole years of age."""
    if not comparison.at_age:
        return
    youngest, *whole = comparison.at_age
    age = wording.decimal(youngest.years)
    yield Prose(
        f"Ages are counted from the first commit. The youngest of the repositories is {age} years old"
        f"{_dates(comparison, youngest)}. A commit counts from when it was written, also where it was "
        "merged later. What is not known, or still to come, is left open."
    )
    yield _table(comparison, youngest, f"At {age} years")
    grown = [(wording.decimal(aged.years).removesuffix(".0"), _row(aged)) for aged in whole]
    if grown:
        yield Table(
            "Lines of code by age",
            ("Years", *_names(comparison)),
            tuple((years, *(cell_text(row, cell) for cell in row.cells)) for years, row in grown),
            numeric=_numeric(comparison),
        )


def _table(comparison: Comparison, aged: AtAge, caption: str) -> Table:
    return Table(
        caption,
        ("Figure", *_names(comparison)),
        tuple((row.title, *(cell_text(row, cell) for cell in row.cells)) for row in aged.rows),
        anchors=tuple(row.slug for row in aged.rows),
        numeric=_numeric(comparison),
    )


def _dates(comparison: Comparison, aged: AtAge) -> str:
    pairs = zip(_names(comparison), aged.times, strict=True)
    known = [(name, time) for name, time in pairs if time is not None]
    if len(known) > _FEW:
        return ""
    return ", an age reached by " + wording.listed([f"{name} on {wording.day(time)}" for name, time in known])


def _row(aged: AtAge) -> Row:
    return next(row for row in aged.rows if row.slug == _BY_AGE)


def _names(comparison: Comparison) -> tuple[str, ...]:
    return tuple(column.name for column in comparison.columns)


def _numeric(comparison: Comparison) -> tuple[bool, ...]:
    return (False, *(True for _ in comparison.columns))
