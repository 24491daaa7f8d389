"""How many people there are under every rule, and what share of the commits programs and assistants have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.numbers import Number

_RULES = (
    ("raw", "Name and e-mail, as recorded"),
    ("openhub", "Name alone, as Open Hub counts"),
    ("email", "E-mail alone"),
    ("mailmap", "As the repository’s .mailmap says"),
    ("folded", "Folded: mailmap, then same e-mail, forge account, or full name at one domain"),
    ("people", "Folded, and without programs"),
)
_ABOUT = (
    "Git records a name and an e-mail address with every commit; who is one person is for a rule to say. "
    "Where there is no .mailmap, its rule counts what was recorded. A commit "
    "counts as an assistant’s only if its author or a trailer says so. "
    "That is a floor: squash merges often drop trailers."
)


def counted_people(comparison: Comparison) -> Iterator[Block]:
    """Yield the table of rules, the table of programs and assistants by year, and what to make of them."""
    tables = [table for table in (_rules(comparison), _shares(comparison)) if table.rows]
    if tables:
        yield Prose(" ".join(filter(None, (_said(comparison), _ABOUT))))
    yield from tables


def _said(comparison: Comparison) -> str:
    told = []
    for column in comparison.columns:
        counts = [
            spot.value
            for slug, _ in _RULES[:-1]
            if (spot := _spot(comparison, f"contributors-by-{slug}", column.name)) and spot.value is not None
        ]
        if counts:
            low, high = wording.count(min(counts)), wording.count(max(counts))
            told.append(f"{column.name} {low}" if low == high else f"{column.name} {low} to {high}")
    return f"Contributors, by the rule: {wording.listed(told)}." if told else ""


def _rules(comparison: Comparison) -> Table:
    names = [column.name for column in comparison.columns]
    counted = [
        (title, [_spot(comparison, f"contributors-by-{slug}", name) for name in names]) for slug, title in _RULES
    ]
    recent = [[_spot(comparison, f"contributors-by-{slug}-12m", name) for name in names] for slug, _ in _RULES]
    most = max((spot.value or 0 for _, spots in counted for spot in spots if spot), default=0)
    rows = [
        ((title, *map(_people, spots, years)), (None, *(_bar(spot, most) for spot in spots)))
        for (title, spots), years in zip(counted, recent, strict=True)
        if any(spots)
    ]
    shares = [_spot(comparison, "bot-share", name) for name in names]
    if any(shares):
        rows.append((("Commits by programs", *map(_programs, shares)), (None, *(None for _ in names))))
    return Table(
        "Contributors of all time, and of the past 12 months, by the rule that tells people apart",
        ("People are told apart by", *names),
        tuple(cells for cells, _ in rows),
        numeric=(False, *(True for _ in names)),
        bars=tuple(bars for _, bars in rows),
    )


def _programs(spot: Spot | None) -> str:
    if spot is None or spot.value is None:
        return wording.NOTHING
    return (
        f"{wording.percent(spot.value)}\n{wording.count(spot.parts['bots'])} of {wording.count(spot.parts['commits'])}"
    )


def _people(whole: Spot | None, year: Spot | None) -> str:
    if whole is None or whole.value is None:
        return wording.NOTHING
    recent = "" if year is None or year.value is None else f"\n{wording.count(year.value)} in 12 months"
    return f"{wording.plural(whole.value, 'person', 'people')}{recent}"


def _shares(comparison: Comparison) -> Table:
    years = sorted({spot.name for spot in _named(comparison, "bot-share-by-year")}, reverse=True)
    rows = [(year, *(_share_in(comparison, column.name, year) for column in comparison.columns)) for year in years]
    head = ("Year", *(column.name for column in comparison.columns))
    caption = "Commits by programs, and commits that name an assistant of artificial intelligence, by year"
    return Table(caption, head, tuple(rows), numeric=(False, *(True for _ in comparison.columns)))


def _share_in(comparison: Comparison, repository: str, year: str) -> str:
    programs, assistants = (
        _spot(comparison, f"{slug}-by-year", repository, year) for slug in ("bot-share", "assisted-share")
    )
    if programs is None or programs.value is None:
        return wording.NOTHING
    helped = "" if assistants is None else f"\n{wording.figure(assistants.value, 'percent')} with an assistant"
    return f"{wording.percent(programs.value)} by programs{helped}"


def _named(comparison: Comparison, slug: str) -> Sequence[Spot]:
    return comparison.places.get(slug, ())


def _spot(comparison: Comparison, slug: str, repository: str, name: str = "") -> Spot | None:
    spots = _named(comparison, slug)
    return next((spot for spot in spots if spot.repository == repository and spot.name == name), None)


def _bar(spot: Spot | None, most: Number) -> float | None:
    return None if spot is None or spot.value is None or not most else round(spot.value / most, 4)
