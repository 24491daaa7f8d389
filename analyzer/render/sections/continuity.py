"""How few people carry a repository, and whether those who come stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Chart, Prose, Table, section
from analyzer.model.comparison import Cell, Comparison, Spot
from analyzer.model.numbers import Number
from analyzer.model.organisation import GROUPS, OTHERS
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._matrix import Cells, matrix, named
from analyzer.render.sections._retention import retention
from analyzer.render.share_chart import share_chart

_KINDS = ("commits", "lines changed", "surviving lines")
_RETURNS = {2: "2nd", 3: "3rd", 5: "5th"}


@section(title="How many people carry it, and do they stay?", order=52)
def continuity(comparison: Comparison) -> Iterator[Block]:
    """Absence factor, concentration, organisations, and how long newcomers stay."""
    blocks: list[Table | Chart] = [
        *_few(comparison),
        *_lorenz(comparison),
        _organisations(comparison),
        _staying(comparison),
        _cohorts(comparison),
    ]
    shown = [block for block in blocks if isinstance(block, Chart) or block.rows]
    if shown:
        yield Prose(_said(comparison))
        yield from shown
        yield from retention(comparison)


def _said(comparison: Comparison) -> str:
    words = "The absence factor is the smallest number of people who together made half of the work."
    factors = _values(comparison, "absence-factor-12m")
    if factors:
        words += f" Of the commits in the twelve months to {wording.day(comparison.end)}: "
        words += f"{amounts(factors, wording.count)}."
    back = [(spot.repository, spot.value) for spot in _known(comparison, "retention") if spot.value is not None]
    if back:
        words += f" Of newcomers, so many wrote again in their second year: {amounts(back, wording.percent)}."
    told = [(name, cell.parts["told"]) for name, cell in _cells(comparison, "elephant-factor")]
    if told:
        words += f" Commits with an address that names an organisation: {amounts(told, wording.percent)}; where these "
        words += "are few, the elephant factor says little."
    return words


def _few(comparison: Comparison) -> Iterator[Table]:
    years = sorted({spot.name for spot in comparison.places.get("absence-by-year", ())}, reverse=True)
    by_year = [*named(comparison, "absence-by-year", years)]
    yield matrix(
        comparison,
        "Absence factor by year; bars: the share of the most active person",
        "Year",
        [(_until(year, comparison.end), [_factor(spot) for spot in spots]) for year, spots in by_year],
    )
    yield matrix(
        comparison,
        "Absence factor of all time, by what is counted",
        "Counted",
        [(name.capitalize(), [_factor(spot) for spot in spots]) for name, spots in _kinds(comparison)],
    )


def _lorenz(comparison: Comparison) -> Iterator[Chart]:
    """Yield the Lorenz curves, with what the most active wrote as their table; nothing where nobody wrote anything."""
    points = [
        {"repository": spot.repository, "time": float(spot.name), "value": spot.value}
        for spot in _known(comparison, "lorenz")
    ]
    if not points:
        return
    shares = list(dict.fromkeys(spot.name for spot in comparison.places.get("most-active", ())))
    rows = [
        (f"The most active {share} %", [_percent(spot) for spot in spots])
        for share, spots in named(comparison, "most-active", shares)
    ]
    few = [(one.repository, one.value or 0) for one in _known(comparison, "most-active") if one.name == "1"]
    first = f" The most active 1 % wrote: {amounts(few, wording.percent)}." if few else ""
    yield Chart(
        slug="lorenz",
        title="How are the commits of all time shared among the people?",
        caption="The least active people stand on the left; on the diagonal lies the curve of people who all wrote as "
        f"many as each other.{first}",
        spec=share_chart([column.name for column in comparison.columns], points),
        data=matrix(comparison, "Commits of all time, by the most active of the people", "People", rows),
    )


def _until(year: str, end: int) -> str:
    # The last year is seldom over, and its twelve months begin within the one before.
    return f"{year}\n12 months to {wording.day(end)}" if year == str(wording.moment(end).year) else year


def _kinds(comparison: Comparison) -> Iterator[tuple[str, list[Spot | None]]]:
    return named(comparison, "absence-by-kind", _KINDS)


def _factor(spot: Spot | None) -> tuple[str, Number | None]:
    if spot is None or spot.value is None:
        return wording.NOTHING, None
    people = f"of {wording.plural(spot.parts['people'], 'person', 'people')}"
    return f"{wording.count(spot.value)}\n{people}", spot.parts["largest"]


def _percent(spot: Spot | None) -> tuple[str, Number | None]:
    if spot is None or spot.value is None:
        return wording.NOTHING, None
    return wording.percent(spot.value), spot.value


def _organisations(comparison: Comparison) -> Table:
    """Return the shares of what commits come from; the largest organisations stand under that of all of them."""
    spots = {column.name: _of(comparison, "organisations", column.name) for column in comparison.columns}
    rows: list[Cells] = [("Organisations", [_named_ones(some) for some in spots.values()])]
    rows += [(name.strip("()").capitalize(), [_share(some, name) for some in spots.values()]) for name in GROUPS]
    return matrix(comparison, "Commits of all time, by the domain of their author’s address", "Domain", rows)


def _named_ones(spots: Sequence[Spot]) -> tuple[str, Number | None]:
    found = [spot for spot in spots if spot.name not in GROUPS]
    if not spots:
        return wording.NOTHING, None
    whole = sum(spot.parts["share"] for spot in found)
    largest = [f"{spot.name} {wording.percent(spot.parts['share'])}" for spot in found if spot.name != OTHERS]
    return "\n".join([wording.percent(whole), *largest]), whole


def _share(spots: Sequence[Spot], name: str) -> tuple[str, Number | None]:
    if not spots:
        return wording.NOTHING, None
    share = next((spot.parts["share"] for spot in spots if spot.name == name), 0)
    return wording.percent(share), share


def _cohorts(comparison: Comparison) -> Table:
    known = {(spot.repository, spot.name, spot.parts["year"]): spot for spot in comparison.places.get("cohorts", ())}
    cohorts = sorted({cohort for _, cohort, _ in known}, reverse=True)
    rows = [
        (
            cohort,
            *(
                _returned([known.get((column.name, cohort, year)) for year in _RETURNS])
                for column in comparison.columns
            ),
        )
        for cohort in cohorts
    ]
    return Table(
        f"Newcomers who wrote again in their {wording.listed(tuple(_RETURNS.values()))} year",
        ("Came in", *(column.name for column in comparison.columns)),
        tuple(rows),
        numeric=(False, *(True for _ in comparison.columns)),
    )


def _returned(spots: Sequence[Spot | None]) -> str:
    people = next((spot.parts["people"] for spot in spots if spot is not None), None)
    if people is None:
        return wording.NOTHING
    return f"{', '.join(_percent(spot)[0] for spot in spots)}\nof {wording.plural(people, 'person', 'people')}"


def _staying(comparison: Comparison) -> Table:
    ages = list(dict.fromkeys(spot.name for spot in comparison.places.get("staying", ())))
    rows: list[Cells] = [
        (f"Wrote for more than {wording.plural(int(age), 'year')}", [_percent(spot) for spot in spots])
        for age, spots in named(comparison, "staying", ages)
    ]
    table = matrix(comparison, "How long people stay, of all who ever came", "People", rows)
    more = [*_half_lives(comparison), _tenure(comparison)]
    known = tuple(row for row in more if any(text != wording.NOTHING for text in row[1:]))
    bars = (*table.bars, *(tuple(None for _ in row) for row in known))
    return Table(table.caption, table.head, (*table.rows, *known), numeric=table.numeric, bars=bars)


def _half_lives(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    titles = {"all": "Half-life of newcomers", "came back": "Half-life of those who came back on another day"}
    for name, spots in named(comparison, "newcomer-half-life-by-kind", tuple(titles)):
        yield titles[name], *(_half_life(spot) for spot in spots)


def _half_life(spot: Spot | None) -> str:
    if spot is None or spot.value is None:
        return wording.NOTHING
    return f"{wording.figure(spot.value, 'years')} years\nof {wording.plural(spot.parts['people'], 'person', 'people')}"


def _tenure(comparison: Comparison) -> tuple[str, ...]:
    known = {
        spot.repository: f"{wording.figure(spot.value, 'years')} years\n"
        f"the longest {wording.decimal(spot.parts['longest'])}"
        for spot in _known(comparison, "tenure")
    }
    texts = [known.get(column.name, wording.NOTHING) for column in comparison.columns]
    return "Median tenure of those active in the past 12 months", *texts


def _known(comparison: Comparison, slug: str) -> list[Spot]:
    return [spot for spot in comparison.places.get(slug, ()) if spot.value is not None]


def _of(comparison: Comparison, slug: str, repository: str) -> list[Spot]:
    return [spot for spot in comparison.places.get(slug, ()) if spot.repository == repository]


def _cells(comparison: Comparison, slug: str) -> list[tuple[str, Cell]]:
    """Return the cells of a row in which something is known, by repository; none where there is no such row."""
    found: Sequence[Cell] = next((row.cells for row in comparison.rows if row.slug == slug), ())
    pairs = zip((column.name for column in comparison.columns), found, strict=False)
    return [(name, cell) for name, cell in pairs if cell.value is not None]


def _values(comparison: Comparison, slug: str) -> list[tuple[str, float]]:
    return [(name, cell.value) for name, cell in _cells(comparison, slug) if isinstance(cell.value, int | float)]
