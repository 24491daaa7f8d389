"""One page for an e-mail: tables with styles in their tags, no script, no picture, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model import wording
from analyzer.model.by_year import Course, courses
from analyzer.model.cell_words import NOTED, marked_text, notes
from analyzer.model.column_words import standing
from analyzer.model.comparison import Comparison
from analyzer.model.format import Means, written_as
from analyzer.model.headings import row_title
from analyzer.render.templating import fill

_COLUMNS = 4
"""Repositories that stand side by side in a mail; more are named, and are in the report."""
_FIGURES = (
    *("lines", "comment-ratio", "commits", "contributors", "commits-12m", "contributors-12m", "commit-trend"),
    *("absence-factor-12m", "first-commit", "latest-commit", "age", "licence"),
)
"""Slugs of the rows that stand for the whole."""
_HEIGHT = 40
"""Pixels of the highest bar."""

Bars = list[tuple[int, str]]


@written_as(title="One page for e-mail, in HTML without script", suffix=".summary.html", printed=False)
def summary(comparison: Comparison, means: Means) -> str:
    """Return a page under 100 kB, which mail programs show whole, with all styles in its tags."""
    rows = {row.slug: row for row in comparison.rows}
    shown = comparison.columns[:_COLUMNS]
    figured = [rows[slug] for slug in _FIGURES if slug in rows]
    return fill(
        "summary.html.j2",
        comparison=comparison,
        shown=shown,
        others=[column.name for column in comparison.columns[_COLUMNS:]],
        figures=[
            (row_title(row, grouped=False), [marked_text(row, cell) for cell in row.cells[:_COLUMNS]])
            for row in figured
        ],
        notes=[f"{NOTED} {note}" for note in notes(figured, shown)],
        standing=standing,
        courses=[_drawn(course, [column.name for column in shown]) for course in courses(comparison)],
        last_year=wording.moment(comparison.end).year,
        troubles=wording.plural(len(comparison.troubles), "entry", "entries") if comparison.troubles else "",
    )


def _drawn(course: Course, names: Sequence[str]) -> tuple[str, int, list[tuple[str, str, Bars]]]:
    """Return title, first year, and for each repository its newest figure and bars (height, what it says)."""
    return (
        course.title,
        course.first_year,
        [(name, _newest(course, values), _bars(course, values)) for name, values in course.rows if name in names],
    )


def _newest(course: Course, values: Sequence[float | None]) -> str:
    return next((course.amount(value) for value in reversed(values) if value is not None), wording.NOTHING)


def _bars(course: Course, values: Sequence[float | None]) -> Bars:
    most = max((value for value in values if value is not None), default=0) or 1
    return [
        (0 if value is None else max(1, round(_HEIGHT * value / most)), _said(course, course.first_year + place, value))
        for place, value in enumerate(values)
    ]


def _said(course: Course, year: int, value: float | None) -> str:
    return f"{year}: {wording.NOTHING if value is None else course.amount(value)}"
