"""Where the comments are: in which parts, folders and files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analyzer.model import wording
from analyzer.model.blocks import Block, Prose, Table, section
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.numbers import Number
from analyzer.render.sections._amounts import amounts
from analyzer.render.sections._folder_maps import folder_maps
from analyzer.render.sections._matrix import Cells, bar_of, matrix, named

_FEW = 4
_SHOWN_OF_MANY = 3
_SCOPES = ("source", "tests", "documentation", "examples", "vendored", "generated")
_KINDS = ("class", "function", "method", "module")
_CLASSES = {
    "none": "no comment",
    "under_5": "under 5 %",
    "under_10": "5 to under 10 %",
    "under_20": "10 to under 20 %",
    "under_30": "20 to under 30 %",
    "under_50": "30 to under 50 %",
    "from_50": "50 % and more",
}


@section(title="Where are the comments?", order=63)
def where_comments(comparison: Comparison) -> Iterator[Block]:
    """Comments by scope, folder and file, and how many public definitions have a docstring."""
    tables = [table for table in (*_shares(comparison), _folders(comparison), *_files(comparison)) if table.rows]
    if tables:
        yield Prose(
            "Source is what is left without tests, documentation, examples, vendored and generated files; "
            "a file belongs to one of these by its path and by what it says of itself. " + _said(comparison)
        )
    yield from folder_maps(comparison)
    yield from tables


def _said(comparison: Comparison) -> str:
    told = []
    for name, spots in named(comparison, "comments-by-scope", ("source", "tests")):
        pairs = [(spot.repository, spot.value) for spot in spots if spot is not None and spot.value is not None]
        if pairs:
            told.append(f"{name} {amounts(pairs, wording.percent)}")
    return f"The comment ratio: in {'; in '.join(told)}." if told else ""


def _shares(comparison: Comparison) -> Iterator[Table]:
    scopes = named(comparison, "comments-by-scope", _SCOPES)
    yield matrix(comparison, "Comment ratio by part of the repository", "Part", [*map(_share_of_lines, scopes)])
    yield matrix(comparison, "How the comment ratio is spread over source files", "Files with", _spread(comparison))
    kinds = named(comparison, "docstrings-by-kind", _KINDS)
    caption = "Public definitions in Python source that have a docstring"
    yield matrix(comparison, caption, "Kind", [*map(_share_of_definitions, kinds)])


def _share_of_lines(row: tuple[str, list[Spot | None]]) -> Cells:
    name, spots = row
    return name.capitalize(), [_share(spot, lambda spot: wording.plural(_lines(spot), "line")) for spot in spots]


def _share_of_definitions(row: tuple[str, list[Spot | None]]) -> Cells:
    name, spots = row
    many = {"class": "classes"}.get(name, f"{name}s")
    return many.capitalize(), [
        _share(
            spot,
            lambda spot: f"{wording.count(spot.parts['documented'])} of {wording.count(spot.parts['definitions'])}",
        )
        for spot in spots
    ]


def _share(spot: Spot | None, below: Callable[[Spot], str]) -> tuple[str, Number | None]:
    if spot is None or spot.value is None:
        return wording.NOTHING, None
    return f"{wording.percent(spot.value)}\n{below(spot)}", spot.value


def _lines(spot: Spot) -> Number:
    return spot.parts.get("code", 0) + spot.parts.get("comment", 0)


def _spread(comparison: Comparison) -> list[Cells]:
    ((_, spots),) = named(comparison, "comments-of-source-files", ("",))
    rows: list[Cells] = [(text, [_part_of_files(spot, key) for spot in spots]) for key, text in _CLASSES.items()]
    return [*rows, ("Median of all", [_share(spot, _quartiles) for spot in spots])]


def _part_of_files(spot: Spot | None, key: str) -> tuple[str, Number | None]:
    files = spot.parts.get("files", 0) if spot is not None else 0
    if spot is None or not files:
        return wording.NOTHING, None
    share = 100 * spot.parts[key] / files
    return f"{wording.percent(share)}\n{wording.plural(spot.parts[key], 'file')}", share


def _quartiles(spot: Spot) -> str:
    lower, upper = (wording.percent(spot.parts[f"{name}_quartile"]) for name in ("lower", "upper"))
    return f"half lie between {lower} and {upper}"


def _folders(comparison: Comparison) -> Table:
    groups = [(column.name, _of(comparison, "comments-by-folder", column.name)) for column in comparison.columns]
    rows = [(name, spot) for name, spots in groups for spot in spots]
    return Table(
        "The largest folders of source, with their subfolders; `*` stands for files directly in a folder",
        ("Folder", "Lines of code and comment", "Comment ratio"),
        tuple(
            (f"`{spot.name}`", wording.count(_lines(spot)), wording.figure(spot.value, "percent")) for _, spot in rows
        ),
        groups=tuple((name, len(spots)) for name, spots in groups if spots),
        numeric=(False, True, True),
        bars=tuple((None, None, bar_of(spot.value)) for _, spot in rows),
    )


def _files(comparison: Comparison) -> Iterator[Table]:
    yield _pairs(
        comparison,
        "uncommented",
        "The longest files without any comment",
        lambda spot: wording.plural(spot.value or 0, "line") + " of code",
    )
    yield _pairs(
        comparison,
        "most-commented",
        "The most commented files among those of 50 lines or more",
        lambda spot: f"{wording.figure(spot.value, 'percent')} of {wording.count(_lines(spot))} lines",
    )


def _pairs(comparison: Comparison, slug: str, caption: str, text: Callable[[Spot], str]) -> Table:
    """Return a table in which the source files stand beside all files that are the project's own."""
    groups: list[tuple[str, int]] = []
    rows: list[tuple[str, ...]] = []
    for column in comparison.columns:
        source, own = (_of(comparison, name, column.name) for name in (f"{slug}-source", slug))
        count = max(len(source), len(own))
        if count:
            groups.append((column.name, count))
        for place in range(count):
            rows.append(tuple(_file(spots[place : place + 1], text) for spots in (source, own)))
    head = ("In source", "Anywhere but in vendored and generated files")
    return Table(caption, head, tuple(rows), groups=tuple(groups))


def _file(spots: Sequence[Spot], text: Callable[[Spot], str]) -> str:
    # Never empty: the first cell is the row's header.
    return "".join(f"`{spot.name}`\n{text(spot)}" for spot in spots) or wording.NOTHING


def _of(comparison: Comparison, slug: str, repository: str) -> list[Spot]:
    spots = [spot for spot in comparison.places.get(slug, ()) if spot.repository == repository]
    return spots if len(comparison.columns) <= _FEW else spots[:_SHOWN_OF_MANY]
