"""How risky recent commits are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.numbers import Number
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._matrix import Cells, matrix

_FEW = 4
_SHOWN_OF_MANY = 3
_SCOPES = ("source", "tests", "documentation", "examples", "vendored", "generated")
_KINDS = {
    "unit size": "Size: methods up to 15 lines",
    "unit complexity": "Complexity: up to 5 paths",
    "unit interfacing": "Interface: up to 2 parameters",
}


@section(title="How risky are the changes of the last year?", order=67)
def recent_changes(comparison: Comparison) -> Iterator[Block]:
    """Low-risk change by kind, part and quarter, and the files that changed most."""
    tables = [_shares(comparison), _files(comparison), _movers(comparison)]
    shown = [table for table in tables if table.rows]
    if shown:
        yield Prose(f"{_said(comparison)}{_covered(comparison)}")
    yield from shown


def _said(comparison: Comparison) -> str:
    spots = {spot.repository: spot.value for spot in _spots(comparison, "low-risk-by-scope") if spot.name == "source"}
    pairs = [(name, value) for name, value in spots.items() if value is not None]
    if not pairs:
        return ""
    return (
        "A change is of low risk where short, simple methods with few parameters grow, or others shrink. "
        f"In source, of the lines by which methods changed, that is {amounts(pairs, wording.percent)}. "
    )


def _covered(comparison: Comparison) -> str:
    cells = next((row.cells for row in comparison.rows if row.slug == "low-risk-change"), ())
    pairs = [
        (column.name, cell.parts["looked_at"])
        for column, cell in zip(comparison.columns, cells, strict=False)
        if "looked_at" in cell.parts
    ]
    return (
        "Looked at were the newest commits without merges, up to a number and an age that the configuration sets: "
        f"{amounts(pairs, wording.count)}."
        if pairs
        else ""
    )


def _shares(comparison: Comparison) -> Table:
    quarters = sorted({spot.name for spot in _spots(comparison, "low-risk-by-quarter")})
    parts = (
        ("By kind of risk", "low-risk-by-kind", _KINDS),
        ("By part of the repository", "low-risk-by-scope", {name: name.capitalize() for name in _SCOPES}),
        ("By quarter of authorship", "low-risk-by-quarter", {name: name for name in quarters}),
    )
    rows: list[Cells] = []
    groups: list[tuple[str, int]] = []
    for title, slug, names in parts:
        found = [_row(comparison, slug, name, shown) for name, shown in names.items()]
        known = [row for row in found if any(number is not None for _, number in row[1])]
        rows += known
        groups += [(title, len(known))] if known else []
    return matrix(comparison, "Share of low-risk change, in percent of the lines", "Changes", rows, groups)


def _row(comparison: Comparison, slug: str, name: str, shown: str) -> Cells:
    spots = {spot.repository: spot for spot in _spots(comparison, slug) if spot.name == name}
    return shown, [_share(spots.get(column.name)) for column in comparison.columns]


def _share(spot: Spot | None) -> tuple[str, Number | None]:
    if spot is None or spot.value is None:
        return wording.NOTHING, None
    lines, commits = (spot.parts.get(name, 0) for name in ("changed", "commits"))
    below = f"of {wording.plural(lines, 'line')} in {wording.plural(commits, 'commit')}"
    return f"{wording.percent(spot.value)}\n{below}", spot.value


def _files(comparison: Comparison) -> Table:
    head = ("File", "Lines added", "Lines removed", "Commits", "People", "Most of it by one")
    return _of_files(
        comparison,
        "most-churned",
        "The files of source, in languages with methods, with the most lines changed",
        head,
        _churned,
    )


def _churned(spot: Spot) -> tuple[str, ...]:
    counts = (wording.count(spot.parts.get(name, 0)) for name in ("added", "removed", "commits", "contributors"))
    return (*counts, wording.figure(spot.parts.get("top_share"), "percent"))


def _movers(comparison: Comparison) -> Table:
    head = ("File", "Change of complexity", "Commits")
    caption = "The files of source whose complexity changed most, in paths through their methods"
    return _of_files(comparison, "complexity-movers", caption, head, _moved)


def _moved(spot: Spot) -> tuple[str, ...]:
    value = spot.value or 0
    return f"{'+' if value > 0 else '−'}{wording.count(abs(value))}", wording.count(spot.parts.get("commits", 0))


def _of_files(
    comparison: Comparison, slug: str, caption: str, head: tuple[str, ...], cells: Callable[[Spot], tuple[str, ...]]
) -> Table:
    shown = None if len(comparison.columns) <= _FEW else _SHOWN_OF_MANY
    groups = [
        (column.name, [spot for spot in _spots(comparison, slug) if spot.repository == column.name][:shown])
        for column in comparison.columns
    ]
    return Table(
        caption,
        head,
        tuple((f"`{spot.name}`", *cells(spot)) for _, spots in groups for spot in spots),
        groups=tuple((name, len(spots)) for name, spots in groups if spots),
        numeric=(False, *(True for _ in head[1:])),
    )


def _spots(comparison: Comparison, slug: str) -> Sequence[Spot]:
    return comparison.places.get(slug, ())
