"""How hard the code is: how much functions branch, and which files are said to be hardest to maintain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Cell, Comparison, Spot
from analyzer.render.sections._amounts import amounts

_FEW = 4
_SHOWN_OF_MANY = 3
_RANKS = {
    "A": "Rank A: up to 5",
    "B": "Rank B: 6 to 10",
    "C": "Rank C: 11 to 20",
    "D": "Rank D: 21 to 30",
    "E": "Rank E: 31 to 40",
    "F": "Rank F: over 40",
}
_POINTS = 100

Told = tuple[str, float | None]
"""The text of a cell, and the length of its bar (0..1), if any."""
_NOTHING: Told = (wording.NOTHING, None)


@section(title="How hard is the code?", order=65)
def hard_code(comparison: Comparison) -> Iterator[Block]:
    """Complexity of functions by rank, maintainability and Halstead's measures, and what stands out of each."""
    blocks = [_overview(comparison), _functions(comparison), _files(comparison), _other_languages(comparison)]
    tables = [table for table in blocks if table.rows]
    if tables:
        yield Prose(
            "The complexity of a function is 1, and 1 more wherever it branches: what a reader has to keep in mind. "
            + _said(comparison)
        )
    yield from tables


def _said(comparison: Comparison) -> str:
    names, cells = [column.name for column in comparison.columns], _cells(comparison, "complexity")
    pairs = [
        (name, cell.value) for name, cell in zip(names, cells, strict=False) if isinstance(cell.value, int | float)
    ]
    return f"On average: {amounts(pairs, wording.complexity)}." if pairs else ""


def _overview(comparison: Comparison) -> Table:
    complexity, index = _cells(comparison, "complexity"), _cells(comparison, "maintainability")
    rows = [
        ("Functions, methods and classes", [*map(_count, complexity)]),
        ("Mean complexity", [*map(_mean, complexity)]),
        *((text, [_share(cell, rank) for cell in complexity]) for rank, text in _RANKS.items()),
        ("Maintainability index of files, mean", [*map(_index, index)]),
        ("Halstead volume", [*map(_volume, _cells(comparison, "halstead"))]),
    ]
    known = [(name, cells) for name, cells in rows if any(cell != _NOTHING for cell in cells)]
    return Table(
        "The source in figures of Radon: complexity by rank, maintainability from 0 to 100 points, and a curiosity",
        ("Figure", *(column.name for column in comparison.columns)),
        tuple((name, *(text for text, _ in cells)) for name, cells in known),
        numeric=(False, *(True for _ in comparison.columns)),
        bars=tuple((None, *(bar for _, bar in cells)) for _, cells in known),
    )


def _cells(comparison: Comparison, slug: str) -> Sequence[Cell]:
    return next((row.cells for row in comparison.rows if row.slug == slug), ())


def _count(cell: Cell) -> Told:
    return (wording.count(cell.parts["functions"]), None) if cell.parts.get("functions") else _NOTHING


def _mean(cell: Cell) -> Told:
    if not isinstance(cell.value, int | float):
        return _NOTHING
    under = [f"the highest is {wording.count(cell.parts.get('most', 0))}", *([cell.note] if cell.note else [])]
    return "\n".join((wording.complexity(float(cell.value)), *under)), None


def _share(cell: Cell, rank: str) -> Told:
    functions = cell.parts.get("functions", 0)
    if not functions:
        return _NOTHING
    some = cell.parts.get(f"rank_{rank.lower()}", 0)
    return f"{wording.percent(100 * some / functions)}\n{wording.count(some)}", round(some / functions, 4)


def _index(cell: Cell) -> Told:
    if not isinstance(cell.value, int | float):
        return _NOTHING
    low = cell.parts.get("rank_b", 0) + cell.parts.get("rank_c", 0)
    files = wording.plural(cell.parts.get("files", 0), "file")
    under = f"{wording.count(low)} of {files} at 19 points or fewer"
    return f"{wording.decimal(cell.value)} points\n{under}", round(min(max(cell.value / _POINTS, 0), 1), 4)


def _volume(cell: Cell) -> Told:
    if not isinstance(cell.value, int | float):
        return _NOTHING
    bugs = wording.count(float(cell.parts.get("bugs", 0)))
    return (
        f"{wording.count(float(cell.value))} bits\nby a formula of 1977: {bugs} “bugs”, which nobody has confirmed",
        None,
    )


def _functions(comparison: Comparison) -> Table:
    return _grouped(
        comparison,
        "most-complex",
        "The most complex functions of the source, and the line where each begins",
        {
            "Function": lambda spot: f"`{spot.name}`\n{spot.where}",
            "Complexity": lambda spot: wording.count(spot.value or 0),
        },
    )


def _files(comparison: Comparison) -> Table:
    return _grouped(
        comparison,
        "least-maintainable",
        "The files of the source with the lowest maintainability index: length alone brings a file here",
        {
            "File": lambda spot: f"`{spot.name}`",
            "Points": lambda spot: wording.decimal(spot.parts["maintainability"]),
            "Complexity": lambda spot: wording.count(spot.parts["complexity"]),
            "Logical lines": lambda spot: wording.count(spot.parts["lloc"]),
        },
    )


def _other_languages(comparison: Comparison) -> Table:
    return _grouped(
        comparison,
        "complexity-by-language",
        "Functions of the source in other languages, by Lizard, which counts other things than Radon: "
        "no figure here is to be compared with Python's, nor with that of another language",
        {
            "Language": lambda spot: spot.name,
            "Functions": lambda spot: wording.count(spot.parts["functions"]),
            "Mean complexity": lambda spot: wording.NOTHING if spot.value is None else wording.complexity(spot.value),
            "Highest": lambda spot: wording.count(spot.parts["most"]),
        },
    )


def _grouped(comparison: Comparison, slug: str, caption: str, columns: Mapping[str, Callable[[Spot], str]]) -> Table:
    """Return a table of spots, repository by repository."""
    groups = [(column.name, _of(comparison, slug, column.name)) for column in comparison.columns]
    return Table(
        caption,
        tuple(columns),
        tuple(tuple(text(spot) for text in columns.values()) for _, spots in groups for spot in spots),
        groups=tuple((name, len(spots)) for name, spots in groups if spots),
        numeric=(False, *(True for _ in range(len(columns) - 1))),
    )


def _of(comparison: Comparison, slug: str, repository: str) -> Sequence[Spot]:
    spots = [spot for spot in comparison.places.get(slug, ()) if spot.repository == repository]
    return spots if len(comparison.columns) <= _FEW else spots[:_SHOWN_OF_MANY]
