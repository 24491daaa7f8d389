"""How the code changed over the years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Chart, Prose, Table, section
from analyzer.model.calendar import is_open
from analyzer.model.comparison import Comparison, Series, Spot
from analyzer.model.numbers import Number
from analyzer.render.line_chart import line_chart
from analyzer.render.months import by_year, last
from analyzer.render.sections._amounts import amounts

_YEAR = 31_556_952
"""Seconds of 365.2425 days."""
_BACK = (10, 5)
"""Years before the end that the values now are set beside."""
_DECIMALS = 1
_FEW = 4

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
            f"{_said(comparison)}Earlier values are those at the end of the calendar quarter before. Types and "
            "complexity need syntax trees, so the trees at the ends of months stand for all. A dash: there was nothing "
            "yet, or under 90 % of the lines could be parsed."
        )
        yield table
    yield from _tests(comparison)
    languages = _languages(comparison)
    if languages.rows:
        yield languages


def _said(comparison: Comparison) -> str:
    """Return "In ten years the files of a went from 197 to 230 and those of b from 4,193 to 5,638. " or nothing."""
    told: list[str] = []
    for line in comparison.series.get("files", ()):
        then, *_, now = _values(line, comparison.end, monthly=True)
        if then is not None and now is not None:
            went = f"from {wording.count(then)} to {wording.count(now)}"
            told.append(f"those of {line.repository} {went}" if told else f"of {line.repository} went {went}")
    if not told or len(told) > _FEW:
        return ""
    return f"In ten years the files {wording.listed(told)}. "


def _then_and_now(comparison: Comparison) -> Table:
    rows = [(title, _cells(comparison, slug, text, monthly=True)) for slug, title, text in _BY_MONTH]
    rows += [(title, _cells(comparison, slug, text, monthly=False)) for slug, title, text in _SAMPLED]
    rows.append(("Different lines in 100 lines (DRYness)", _dryness(comparison)))
    return Table(
        "Now, five and ten years ago",
        ("Figure", *(column.name for column in comparison.columns)),
        tuple((title, *cells) for title, cells in rows if any(cell != wording.NOTHING for cell in cells)),
        numeric=(False, *(True for _ in comparison.columns)),
    )


def _cells(comparison: Comparison, slug: str, text: Text, *, monthly: bool) -> list[str]:
    lines = {line.repository: line for line in comparison.series.get(slug, ()) if line.times}
    cells = []
    for column in comparison.columns:
        line = lines.get(column.name, Series(column.name, (), ()))
        *past, now = _values(line, comparison.end, monthly=monthly)
        cells.append(_cell(now, past, text))
    return cells


def _cell(now: Number | None, past: Sequence[Number | None], text: Text) -> str:
    """Return the value now, and below it those of years ago that are known."""
    if now is None:
        return wording.NOTHING
    ago = [
        f"{text(value)} {wording.number(years)} years ago"
        for years, value in zip(_BACK, past, strict=True)
        if value is not None
    ]
    return "\n".join([text(now), *reversed(ago)])


def _values(line: Series, end: int, *, monthly: bool) -> list[Number | None]:
    """Return the values `_BACK` years before the end, and the one now."""
    if not line.times:
        return [None for _ in (*_BACK, 0)]
    return [*(_at(line, end - years * _YEAR, monthly=monthly) for years in _BACK), line.values[-1]]


def _dryness(comparison: Comparison) -> list[str]:
    row = next((row for row in comparison.rows if row.slug == "dryness"), None)
    values = [cell.value for cell in row.cells] if row is not None else []
    return [wording.NOTHING if value is None or isinstance(value, str) else wording.decimal(value) for value in values]


def _at(line: Series, moment: float, *, monthly: bool) -> Number | None:
    """Return the value at the end of the last quarter that was over at a moment; None if nothing was there yet."""
    known = [
        value
        for time, value in zip(line.times, line.values, strict=True)
        if (not is_open(time, int(moment)) if monthly else time <= moment)
    ]
    return known[-1] if known else None


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
