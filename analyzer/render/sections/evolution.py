"""How the code changed over the years."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analyzer.model import wording
from analyzer.model.blocks import Block, Chart, Prose, Table, section
from analyzer.model.comparison import Comparison, Row, Series, Spot
from analyzer.model.numbers import Number
from analyzer.render.line_chart import line_chart
from analyzer.render.months import by_year, is_open, last
from analyzer.render.sections._amounts import amounts

_YEAR = 31_556_952
"""Seconds of 365.2425 days."""
_BACK = (10, 5)
"""Years before the end that the values now are set beside."""
_DECIMALS = 1

Text = Callable[[Number], str]


def _paths(value: Number) -> str:
    return f"{value:.2f}"


_BY_MONTH: tuple[tuple[str, str, Text], ...] = (
    ("files", "Files", wording.count),
    ("mean-file-size", "Lines of an average file", wording.decimal),
    ("tests-ratio", "Lines of test code for 100 of source", wording.decimal),
)
_SAMPLED: tuple[tuple[str, str, Text], ...] = (
    ("typing-coverage", "Arguments and returns with a type (Python source)", wording.percent),
    ("mean-complexity", "Paths through an average function (Python source)", _paths),
)


@section(title="How did the code change over the years?", order=64)
def evolution(comparison: Comparison) -> Iterator[Block]:
    """Files, tests, types and complexity now and years ago, and the languages that came and went."""
    table = _then_and_now(comparison)
    if table.rows:
        yield Prose(
            "Earlier values are those at the end of the calendar quarter before. Files, lines and tests are exact at "
            "every commit; types and complexity need syntax trees, so sampled ones stand for all: a tree for each "
            "quarter of the last ten years and for each year before. A dash: nothing was there, or less than 90 % of "
            "the lines could be parsed."
        )
        yield table
    yield from _tests(comparison)
    languages = _languages(comparison)
    if languages.rows:
        yield languages


def _then_and_now(comparison: Comparison) -> Table:
    groups = [(column.name, list(_figures(comparison, place))) for place, column in enumerate(comparison.columns)]
    ago = [f"{wording.number(years).capitalize()} years ago" for years in _BACK]
    return Table(
        "Then and now",
        ("Figure", *ago, "Now"),
        tuple(row for _, rows in groups for row in rows),
        groups=tuple((name, len(rows)) for name, rows in groups if rows),
        numeric=(False, True, True, True),
    )


def _figures(comparison: Comparison, place: int) -> Iterator[tuple[str, ...]]:
    name = comparison.columns[place].name
    for asked, monthly in ((_BY_MONTH, True), (_SAMPLED, False)):
        for slug, title, text in asked:
            line = next((one for one in comparison.series.get(slug, ()) if one.repository == name), None)
            if line is not None and line.times:
                times = [comparison.end - years * _YEAR for years in _BACK]
                values = [*(_at(line, time, monthly=monthly) for time in times), line.values[-1]]
                yield title, *(wording.NOTHING if value is None else text(value) for value in values)
    now = _now(comparison, "dryness", place)
    if now is not None:
        yield "Different lines in 100 lines (DRYness)", *(wording.NOTHING for _ in _BACK), wording.decimal(now)


def _at(line: Series, moment: float, *, monthly: bool) -> Number | None:
    """Return the value at the end of the last quarter that was over at a moment; None if nothing was there yet."""
    known = [
        value
        for time, value in zip(line.times, line.values, strict=True)
        if (not is_open(time, int(moment)) if monthly else time <= moment)
    ]
    return known[-1] if known else None


def _now(comparison: Comparison, slug: str, place: int) -> Number | None:
    row: Row | None = next((row for row in comparison.rows if row.slug == slug), None)
    value = row.cells[place].value if row is not None else None
    return None if isinstance(value, str) else value


def _tests(comparison: Comparison) -> Iterator[Chart]:
    lines = [line for line in comparison.series.get("tests-ratio", ()) if line.times]
    if not lines:
        return
    now = amounts([(line.repository, line.values[-1]) for line in lines], wording.decimal)
    yield Chart(
        slug="tests-ratio",
        title="Lines of test code for 100 lines of source code",
        caption=f"At the end of each calendar quarter. Now it is {now}.",
        spec=line_chart(
            [column.name for column in comparison.columns],
            [
                {"repository": line.repository, "time": time * 1000, "value": round(value, _DECIMALS)}
                for line in lines
                for time, value in zip(line.times, line.values, strict=True)
            ],
            unit="lines for 100",
            decimals=_DECIMALS,
        ),
        data=by_year("Lines of test code for 100 of source at the end of each year", lines, last, wording.decimal),
    )


def _languages(comparison: Comparison) -> Table:
    spots = comparison.places.get("languages-moved", ())
    groups = [(one.name, [spot for spot in spots if spot.repository == one.name]) for one in comparison.columns]
    return Table(
        "Languages that came later or went, the largest first",
        ("Language", "Years with code", "Most lines of code", "Lines now"),
        tuple(
            (spot.name, _years(spot), wording.count(spot.parts["most"]), wording.count(spot.value or 0))
            for _, found in groups
            for spot in found
        ),
        groups=tuple((name, len(found)) for name, found in groups if found),
        numeric=(False, False, True, True),
    )


def _years(spot: Spot) -> str:
    """Return "since 2011", "2011 to 2014" or "in 2011"."""
    first, *gone = [str(wording.moment(spot.parts[key]).year) for key in ("since", "until") if key in spot.parts]
    if not gone:
        return f"since {first}"
    return f"in {first}" if gone == [first] else f"{first} to {gone[0]}"
