"""What is touched most, and whether it is hard: hot files, pairs that change together, what one person wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Cell, Comparison, Shared, Spot
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._heat_cloud import heat_cloud

_FEW = 4
_SHOWN_OF_MANY = 3
Named = tuple[str, list[Spot]]
"""A repository and its spots."""
_ABSENT = {True: "", False: "; no commit for 12 months"}


@section(title="What is touched most, and is it hard?", order=66)
def hot_spots(comparison: Comparison) -> Iterator[Block]:
    """Where most of the work meets most of the complexity, what changes together, and who alone knows what."""
    heat = _cells(comparison, "hot-spots")
    if heat:
        told = amounts([(name, float(cell.value or 0)) for name, cell in heat], wording.percent)
        yield Prose(
            "Heat is the number of commits that changed a file in the last 12 months, times its complexity. "
            f"The hottest tenth of the source files holds this much of it: {told}."
        )
    yield from heat_cloud(comparison)
    yield from (table for table in (_files(comparison), _functions(comparison), _pairs(comparison)) if table.rows)
    yield from _common(comparison)
    yield from _dependent(comparison)
    yield from (table for table in (_knowledge(comparison),) if table.rows)


def _cells(comparison: Comparison, slug: str) -> list[tuple[str, Cell]]:
    """Return the cells of a row that have a value, with the names of their repositories; none without the row."""
    rows = [row for row in comparison.rows if row.slug == slug]
    names = [column.name for column in comparison.columns]
    return [(name, cell) for row in rows for name, cell in zip(names, row.cells, strict=True) if cell.value is not None]


def _files(comparison: Comparison) -> Table:
    spots = _spots(comparison, "hot-files")
    estimated = any(spot.parts.get("estimated") for _, some in spots for spot in some)
    caption = "The hottest source files of the last 12 months, by their share of the repository’s heat"
    return _hottest(
        caption + ("; ≈ marks a complexity that is estimated from the lines of code" if estimated else ""),
        ("File", "Commits", "Authors", "Complexity", "Share of the heat"),
        spots,
        lambda spot: (
            f"`{spot.name}`",
            wording.count(spot.parts["commits"]),
            wording.count(spot.parts["authors"]),
            ("≈ " if spot.parts.get("estimated") else "") + wording.count(spot.parts["complexity"]),
        ),
    )


def _functions(comparison: Comparison) -> Table:
    return _hottest(
        "The hottest functions and methods in them, by trunk commits that changed their lines",
        ("Function", "Commits", "Lines", "Complexity", "Share of the heat"),
        _spots(comparison, "hot-functions"),
        lambda spot: (
            f"`{spot.name}`\n`{spot.where}`",
            wording.count(spot.parts["commits"]),
            wording.count(spot.parts["lines"]),
            wording.count(spot.parts["complexity"]),
        ),
    )


def _hottest(
    caption: str, head: tuple[str, ...], spots: Sequence[Named], cells: Callable[[Spot], tuple[str, ...]]
) -> Table:
    """Return a table that ends with the share of the heat, its bar beside that of the repository's hottest."""
    most = {name: max((spot.value or 0 for spot in some), default=0) for name, some in spots}
    rows = [(name, spot) for name, some in spots for spot in some]
    return Table(
        caption,
        head,
        tuple((*cells(spot), wording.figure(spot.value, "percent")) for _, spot in rows),
        groups=_groups(spots),
        numeric=(False, *(True for _ in head[1:])),
        bars=tuple((*(None for _ in head[1:]), _bar(spot.value, most[name])) for name, spot in rows),
    )


def _pairs(comparison: Comparison) -> Table:
    spots = _spots(comparison, "pairs")
    rows = [spot for _, some in spots for spot in some]
    return Table(
        "Source files that change together, over the whole history. Share: commits that changed both, of all that "
        "changed the one with fewer; from 50 %. Lift: how many times as often as by chance",
        ("Two files", "Both", "Share", "Lift"),
        tuple(
            (
                f"`{spot.name}`\n`{spot.other}`",
                wording.count(spot.parts["together"]),
                wording.figure(spot.value, "percent"),
                wording.figure(spot.parts["lift"], ""),
            )
            for spot in rows
        ),
        groups=_groups(spots),
        numeric=(False, True, True, True),
        bars=tuple((None, None, _bar(spot.value, 100), None) for spot in rows),
    )


def _knowledge(comparison: Comparison) -> Table:
    """Return what depends on one person by lines that survive; until these are known, by lines that were added."""
    known = bool(_cells(comparison, "ownership"))
    slug, verb = ("owned", "wrote") if known else ("authored", "added")
    files, folders = _spots(comparison, f"{slug}-files"), _spots(comparison, f"{slug}-folders")
    groups: list[tuple[str, int]] = []
    rows: list[tuple[str, str]] = []
    for (name, some), (_, others) in zip(files, folders, strict=True):
        count = max(len(some), len(others))
        groups += [(name, count)] if count else []
        rows += [
            (_one_person(some[place : place + 1], verb), _one_person(others[place : place + 1], verb))
            for place in range(count)
        ]
    caption = "The largest source files, and folders by what lies directly in them, that depend on one person"
    return Table(caption, ("File", "Folder"), tuple(rows), tuple(groups))


def _dependent(comparison: Comparison) -> Iterator[Block]:
    """Say how many files depend on one person, and on how many of these persons one can no longer count."""
    known = bool(_cells(comparison, "ownership"))
    cells = [(name, cell) for name, cell in _cells(comparison, "ownership" if known else "authorship") if cell.parts]
    if not cells:
        return
    lines = "the lines of code and comment in it" if known else "all lines that were ever added to it"
    counts = [
        f"in {name} {wording.count(cell.parts['dependent'])} of {wording.plural(cell.parts['files'], 'source file')} "
        f"({wording.count(cell.parts['gone'])} of them on somebody without a commit in the last 12 months)"
        for name, cell in cells[:_FEW]
    ]
    yield Prose(f"A file depends on one person who wrote 80 % or more of {lines}: {wording.listed(counts)}.")


def _one_person(spots: Sequence[Spot], verb: str) -> str:
    # Never empty: the first cell is the row's header.
    return (
        "".join(
            f"`{spot.name}`\n{spot.label} {verb} {wording.figure(spot.value, 'percent')} of "
            f"{wording.plural(spot.parts['lines'], 'line')}{_ABSENT[bool(spot.parts['active'])]}"
            for spot in spots
        )
        or wording.NOTHING
    )


def _common(comparison: Comparison) -> Iterator[Block]:
    """Say on which occasions two repositories were worked on, and in which folders."""
    wholes = [one for one in comparison.shared if not one.first_folder]
    if wholes:
        yield Prose(
            "Work in two repositories at once: days (UTC) on which one author committed to both, and issues that "
            f"subjects of commits in both name by address or key. {' '.join(map(_said, wholes[:_FEW]))}"
        )
    rows = [one for one in comparison.shared if one.first_folder]
    if rows:
        yield Table(
            "Folders of two repositories that were worked on at the same occasions, five times or more",
            ("Two folders", "Occasions", "Authors of both", "Share of the one’s occasions"),
            tuple(
                (
                    f"{one.first}: `{one.first_folder}`\n{one.second}: `{one.second_folder}`",
                    wording.count(one.together),
                    wording.count(one.people),
                    wording.figure(one.share, "percent"),
                )
                for one in rows
            ),
            numeric=(False, True, True, True),
            bars=tuple((None, None, None, _bar(one.share, 100)) for one in rows),
        )


def _said(whole: Shared) -> str:
    if not whole.together:
        return f"{whole.first} and {whole.second} have no such day or issue in common."
    people = wording.plural(whole.people, "author")
    return f"{whole.first} and {whole.second} have {wording.count(whole.together)} in common, by {people} of both."


def _spots(comparison: Comparison, slug: str) -> list[Named]:
    """Return, for each repository, its name and its spots, fewer of many repositories."""
    most = None if len(comparison.columns) <= _FEW else _SHOWN_OF_MANY
    found = comparison.places.get(slug, ())
    return [
        (column.name, [spot for spot in found if spot.repository == column.name and spot.value is not None][:most])
        for column in comparison.columns
    ]


def _groups(spots: Sequence[Named]) -> tuple[tuple[str, int], ...]:
    return tuple((name, len(some)) for name, some in spots if some)


def _bar(value: float | None, most: float) -> float | None:
    return None if value is None or not most else round(min(max(value / most, 0), 1), 4)
