"""When people commit, how large their commits are, who comes and goes, and how regularly there are releases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from analyzer.model import wording
from analyzer.model.blocks import Block, HeatMap, Prose, Table, section
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.numbers import Number
from analyzer.render.sections._amounts import amounts

_FEW = 4
_BLOCK = 3
"""Hours in a cell of the small maps that more than a few repositories have."""
_YEARS_OF_MANY = 2
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOURS = 24
_SIZES = {
    "none": "no line",
    "up_to_10": "1 to 10 lines",
    "up_to_50": "11 to 50 lines",
    "up_to_200": "51 to 200 lines",
    "up_to_1000": "201 to 1,000 lines",
    "more": "more lines",
}
_YEARS = {
    "newcomers-by-year": "Newcomers",
    "returning-by-year": "Came back",
    "lost-by-year": "Left",
    "releases-by-year": "Releases and pre-releases",
    "vulnerabilities-by-year": "CVEs named",
}

Cells = tuple[str, list[tuple[str, Number | None]]]
"""A row: its name, then for each repository the text and the number that a bar is drawn for."""


@section(title="When do they work, and how regularly do they release?", order=44)
def rhythm(comparison: Comparison) -> Iterator[Block]:
    """Hours of the week, sizes of commits, people who come and go, releases and named vulnerabilities by year."""
    tables: list[Block] = [*_week(comparison), *_sizes(comparison), *_years(comparison), *_odd_times(comparison)]
    if tables:
        yield Prose(_said(comparison))
    yield from tables


def _said(comparison: Comparison) -> str:
    rows = {row.slug: row for row in comparison.rows}
    told = []
    for slug, text, unit in (
        ("working-hours", "Share of commits between 9:00 and 17:00 on Monday to Friday", wording.percent),
        ("release-cadence", "Days from release to release, the median", _days),
    ):
        cells = rows[slug].cells if slug in rows else ()
        pairs = [
            (column.name, cell.value)
            for column, cell in zip(comparison.columns, cells, strict=False)
            if isinstance(cell.value, int | float)
        ]
        if pairs:
            told.append(f"{text}: {amounts(pairs, unit)}.")
    return " ".join([*told, "Hours are those of the authors’ own clocks, as far as git has recorded them."])


def _days(value: float) -> str:
    return wording.figure(value, "days")


def _week(comparison: Comparison) -> Iterator[HeatMap]:
    """Yield a map of the week for each repository; of many, small ones of several hours a cell."""
    many = len(comparison.columns) > _FEW
    step = _BLOCK if many else 1
    starts = range(0, _HOURS, step)
    head = ("Hours", *(f"{hour}–{hour + step}" for hour in starts)) if many else ("Hour", *map(str, starts))
    for column in comparison.columns:
        spots = [spot for spot in comparison.places.get("commits-by-hour", ()) if spot.repository == column.name]
        commits = {spot.name: int(spot.parts["commits"]) for spot in spots}
        if commits:
            yield HeatMap(
                f"{column.name}: commits by weekday and {'hours' if many else 'hour'}",
                column.name,
                head,
                tuple(
                    (
                        day[:3] if many else day,
                        tuple(
                            sum(commits.get(f"{day} {hour}", 0) for hour in range(start, start + step))
                            for start in starts
                        ),
                    )
                    for day in _WEEKDAYS
                ),
                half=many,
            )


def _sizes(comparison: Comparison) -> Iterator[Table]:
    spots = {spot.repository: spot for spot in comparison.places.get("sizes", ())}
    sized = [spots.get(column.name) for column in comparison.columns]
    rows: list[Cells] = [(text, [_share(spot, key) for spot in sized]) for key, text in _SIZES.items()]
    rows.append(("Median of all", [_median(spot) for spot in sized]))
    yield from _matrix(comparison, "How many lines commits change", "Commits of", rows)


def _share(spot: Spot | None, key: str) -> tuple[str, Number | None]:
    commits = spot.parts.get("commits", 0) if spot is not None else 0
    if spot is None or not commits:
        return wording.NOTHING, None
    share = 100 * spot.parts[key] / commits
    return f"{wording.percent(share)}\n{wording.plural(spot.parts[key], 'commit')}", share


def _median(spot: Spot | None) -> tuple[str, Number | None]:
    if spot is None or spot.value is None:
        return wording.NOTHING, None
    lower, upper = (wording.figure(spot.parts[f"{name}_quartile"], "lines") for name in ("lower", "upper"))
    files = wording.figure(spot.parts["files"], "files")
    median = wording.figure(spot.value, "lines")
    return f"{median} lines\nhalf lie between {lower} and {upper}; median of files {files}", None


def _matrix(comparison: Comparison, caption: str, head: str, rows: Sequence[Cells]) -> Iterator[Table]:
    known = [(name, cells) for name, cells in rows if any(text != wording.NOTHING for text, _ in cells)]
    if known:
        yield Table(
            caption,
            (head, *(column.name for column in comparison.columns)),
            tuple((name, *(text for text, _ in cells)) for name, cells in known),
            numeric=(False, *(True for _ in comparison.columns)),
            bars=tuple(
                (None, *(None if share is None else round(share / 100, 4) for _, share in cells)) for _, cells in known
            ),
        )


def _years(comparison: Comparison) -> Iterator[Table]:
    """Yield one table: a group of years for each repository, newest first, a column for each kind of event."""
    most = _YEARS_OF_MANY if len(comparison.columns) > _FEW else None
    found: dict[tuple[str, str], dict[str, Spot]] = {}
    for slug in _YEARS:
        for spot in comparison.places.get(slug, ()):
            found.setdefault((spot.repository, spot.name), {})[slug] = spot
    names = [column.name for column in comparison.columns]
    years = [(name, sorted({year for one, year in found if one == name}, reverse=True)[:most]) for name in names]
    rows = [_year(year, found[name, year]) for name, some in years for year in some]
    if rows:
        yield Table(
            "People, releases and vulnerabilities by year; a year with … is not over",
            ("Year", *_YEARS.values()),
            tuple(rows),
            groups=tuple((name, len(some)) for name, some in years if some),
            numeric=(False, *(True for _ in _YEARS)),
        )


def _year(year: str, spots: Mapping[str, Spot]) -> tuple[str, ...]:
    whole = all(spot.parts.get("complete", 1) for spot in spots.values())
    return (year if whole else f"{year} …", *(_count(spots.get(slug)) for slug in _YEARS))


def _count(spot: Spot | None) -> str:
    if spot is None or spot.value is None:
        return wording.NOTHING
    before = spot.parts.get("pre_releases", 0)
    return wording.count(spot.value) + (f" + {wording.count(before)}" if before else "")


def _odd_times(comparison: Comparison) -> Iterator[Table]:
    """Yield what is out of the usual: the longest gaps, and the months far above the usual."""
    rows = []
    for column in comparison.columns:
        gaps = [spot for spot in comparison.places.get("gaps", ()) if spot.repository == column.name]
        bursts = [spot for spot in comparison.places.get("burst-months", ()) if spot.repository == column.name]
        if gaps:
            rows.append((column.name, _gaps(gaps), _bursts(bursts)))
    if rows:
        head = ("Repository", "Longest times without a commit", "Months furthest above the twelve before")
        yield Table("Gaps and bursts", head, tuple(rows))


def _gaps(spots: Sequence[Spot]) -> str:
    told = [f"{wording.decimal(spot.value or 0)} days: {spot.name}" for spot in spots]
    return "\n".join(
        text if spot.parts.get("ended", 1) else f"{text}, the end" for text, spot in zip(told, spots, strict=True)
    )


def _bursts(spots: Sequence[Spot]) -> str:
    ranked = sorted(spots, key=lambda spot: spot.parts["usual"] - spot.parts["commits"])[:3]
    told = [
        f"{_month(spot.name)}: {wording.plural(spot.parts['commits'], 'commit')}, "
        f"usual {wording.decimal(spot.parts['usual'])}"
        for spot in ranked
    ]
    return "\n".join(told) or "none"


def _month(name: str) -> str:
    """Return "August 2008" for "2008-08"."""
    year, month = map(int, name.split("-"))
    return wording.month(datetime(year, month, 1, tzinfo=UTC).timestamp())
