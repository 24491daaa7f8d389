"""How long lines last, and which comments outlived their code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.numbers import Number
from analyzer.render.sections._amounts import amounts

_FEW = 4
_SHOWN_OF_MANY = 2
_MOST_YEARS = 10
_SPAN = 5
_KINDS = {"code": "Code", "comment": "Comments, docstrings among them", "docstring": "Docstrings"}

Spots = Mapping[tuple[str, str], Spot]
"""(repository, name) -> spot."""


@section(title="How long does a line last?", order=68)
def survival(comparison: Comparison) -> Iterator[Block]:
    """Half-lives of code and comments, what is left of each year, and comments that are older than their code."""
    ages, cohorts, stale = _ages(comparison), _cohorts(comparison), _stale(comparison)
    if not cohorts.rows:
        return
    yield Prose(_said(comparison))
    yield _half_lives(comparison)
    yield ages
    yield cohorts
    if stale.rows:
        yield stale


def _said(comparison: Comparison) -> str:
    told = []
    spots = _spots(comparison, "half-life-by-kind")
    for kind, one in (("code", "line of code"), ("comment", "line of comment")):
        values = [
            (column.name, spots[column.name, kind].value)
            for column in comparison.columns
            if (column.name, kind) in spots
        ]
        pairs = [(name, value) for name, value in values if value is not None]
        if pairs:
            told.append(f"of a {one}: {amounts(pairs, _years)}")
    half_life = f"Half-life {'; '.join(told)}. " if told else ""
    return (
        f"{half_life}A line is gone when it was deleted or changed; lines that are still there are reckoned with up to "
        "their age (Kaplan and Meier’s estimate). Each line is as old as `git blame` along the trunk has it, and of "
        "the kind that it was written as. Half-lives and shares are of programming languages only; vendored and "
        "generated files are left out of all."
    )


def _years(value: float) -> str:
    return f"{wording.decimal(value)} years"


def _half_lives(comparison: Comparison) -> Table:
    rows = []
    for slug, where in (("half-life-by-kind", ""), ("half-life-by-kind-source", ", source only")):
        spots = _spots(comparison, slug)
        for kind, title in _KINDS.items():
            rows.append((f"{title}{where}", [spots.get((column.name, kind)) for column in comparison.columns]))
    longest = max((spot.value or 0 for _, spots_ in rows for spot in spots_ if spot), default=0)
    return _matrix(
        comparison,
        "Half-life: years after which half of the lines are gone",
        "Lines",
        rows,
        lambda spot: _years(spot.value) if spot.value is not None else "more than half are there",
        lambda spot: None if spot.value is None or not longest else spot.value / longest,
    )


def _ages(comparison: Comparison) -> Table:
    spots = _spots(comparison, "line-survival-by-age")
    ages = sorted({name for _, name in spots}, key=int)
    head = ["Years after writing"]
    for column in comparison.columns:
        head += [f"{column.name}: code", f"{column.name}: comments"]
    rows, bars = [], []
    for age in ages:
        parts = [
            spot.parts if spot else {} for spot in (spots.get((column.name, age)) for column in comparison.columns)
        ]
        shares = [part.get(kind) for part in parts for kind in ("code", "comment")]
        rows.append((age, *(wording.NOTHING if share is None else wording.percent(share) for share in shares)))
        bars.append((None, *(None if share is None else _bar(share / 100) for share in shares)))
    caption = "Share of lines that last longer than so many years, code and comments"
    return Table(caption, tuple(head), tuple(rows), numeric=(False, *(True for _ in head[1:])), bars=tuple(bars))


def _cohorts(comparison: Comparison) -> Table:
    spots = _in_spans(_spots(comparison, "lines-by-cohort"))
    years = sorted({name for _, name in spots})
    totals = {
        column.name: sum(spot.value or 0 for (name, _), spot in spots.items() if name == column.name)
        for column in comparison.columns
    }
    rows = [(year, [spots.get((column.name, year)) for column in comparison.columns]) for year in years]

    def share(spot: Spot) -> float | None:
        total = totals[spot.repository]
        return (spot.value or 0) / total if total else None

    return _matrix(
        comparison,
        "Lines that are there now, by the year in which they were written; bars show shares of the whole",
        "Year",
        rows,
        _left,
        share,
    )


def _in_spans(spots: Spots) -> Spots:
    """Return the lines of spans of years where there are too many years for a short table."""
    if len({year for _, year in spots}) <= _MOST_YEARS:
        return spots
    newest = max(int(year) for _, year in spots)
    found: dict[tuple[str, str], Spot] = {}
    for (name, year), spot in spots.items():
        first = int(year) // _SPAN * _SPAN
        span = f"since {first}" if first + _SPAN > newest else f"{first} to {first + _SPAN - 1}"
        before = found.get((name, span), Spot(name, span, 0, {}))
        written = before.parts.get("written", 0) + spot.parts.get("written", 0)
        found[name, span] = Spot(name, span, (before.value or 0) + (spot.value or 0), {"written": written})
    return found


def _left(spot: Spot) -> str:
    written = spot.parts.get("written", 0)
    left = f"\n{wording.percent(100 * (spot.value or 0) / written)} of those written" if written else ""
    return f"{wording.count(spot.value or 0)}{left}"


def _matrix(
    comparison: Comparison,
    caption: str,
    head: str,
    rows: Sequence[tuple[str, Sequence[Spot | None]]],
    text: Callable[[Spot], str],
    length: Callable[[Spot], float | None],
) -> Table:
    known = [(name, spots) for name, spots in rows if any(spots)]
    return Table(
        caption,
        (head, *(column.name for column in comparison.columns)),
        tuple((name, *(text(spot) if spot else wording.NOTHING for spot in spots)) for name, spots in known),
        numeric=(False, *(True for _ in comparison.columns)),
        bars=tuple((None, *(_bar(length(spot) if spot else None) for spot in spots)) for _, spots in known),
    )


def _bar(share: Number | None) -> float | None:
    return None if share is None else round(min(max(share, 0), 1), 4)


def _stale(comparison: Comparison) -> Table:
    shown = comparison.places.get("most-stale-comments", ())
    many = len(comparison.columns) > _FEW
    groups = []
    rows: list[tuple[str, ...]] = []
    for column in comparison.columns:
        spots = [spot for spot in shown if spot.repository == column.name][: _SHOWN_OF_MANY if many else None]
        if spots:
            groups.append((column.name, len(spots)))
        rows += [_comment(spot) for spot in spots]
    return Table(
        "Comments that stayed while the code beside them was changed by the most commits",
        ("Comment", "Later commits", "Last changed"),
        tuple(rows),
        groups=tuple(groups),
        numeric=(False, True, False),
    )


def _comment(spot: Spot) -> tuple[str, ...]:
    place, _, words = spot.name.rpartition("\n")
    written = spot.parts.get("written")
    said = f"\n“{words.replace('`', '’')}”" if words else ""
    when = wording.NOTHING if written is None else wording.day(written)
    return (f"`{place}`{said}", wording.count(spot.value or 0), when)


def _spots(comparison: Comparison, slug: str) -> Spots:
    return {(spot.repository, spot.name): spot for spot in comparison.places.get(slug, ())}
