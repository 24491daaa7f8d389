"""The comparison for a terminal: findings, claims, the table, and a line of small bars for what has a course."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analyzer.export.sparks import spark
from analyzer.model import wording
from analyzer.model.by_year import courses
from analyzer.model.cell_words import NOTED, marked_text, notes
from analyzer.model.column_words import standing
from analyzer.model.comparison import Cell, Comparison, Row
from analyzer.model.format import Means, written_as
from analyzer.model.headings import by_group, row_title

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NARROW, _READABLE = 40, 100
"""Columns that are needed at least, and of running text at the most."""
_TITLE, _FIGURE, _WIDE, _GAP = 32, 14, 24, 2
"""Columns for the title of a row, and for a figure, that a table needs; for a figure at the most; between two."""
_COLOURS = ("blue", "dark_orange3", "green4", "magenta", "yellow3", "cyan")
"""Of repositories, as near to those of the page as most terminals come."""


@written_as(title="The table and small bars, for a terminal", suffix=".txt")
def terminal(comparison: Comparison, means: Means) -> str:
    """Return lines of at most the terminal's width; without colour they hold no escape sequence."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=max(means.width, _NARROW),
        height=100,
        force_terminal=means.colour,
        color_system="256" if means.colour else None,
        no_color=not means.colour,
        legacy_windows=False,
        force_interactive=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    with console.capture() as capture:
        for part in _parts(comparison, console):
            console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])


def _parts(comparison: Comparison, console: Console) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(comparison.title, style="bold")
    yield Text(f"Figures as of {wording.day(comparison.end)}")
    for place, column in enumerate(comparison.columns):
        yield Text.assemble((column.name, _colour(place)), f"  {standing(column)}")
    if comparison.findings:
        yield _heading("In one minute")
        yield from (_item(sentence, console) for sentence, _ in comparison.findings)
    if comparison.sayings:
        yield _heading("What is said of them")
        yield from (_item(f"{saying.word}: {saying.text}", console) for saying in comparison.sayings)
    yield from _tables(comparison, console)
    yield from _years(comparison)
    if comparison.troubles:
        entries = wording.plural(len(comparison.troubles), "entry", "entries")
        yield _heading(f"Not counted: {entries}, listed in the full report")


def _heading(text: str) -> RenderableType:
    from rich.text import Text

    return Text(f"\n{text}", style="bold")


def _item(sentence: str, console: Console) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    line = Table.grid(padding=(0, 1))
    line.add_row("-", Text(sentence.replace("`", ""), overflow="fold"))
    return Padding(line, (0, max(0, console.width - _READABLE), 0, 0), expand=False)


def _tables(comparison: Comparison, console: Console) -> Iterator[RenderableType]:
    """Yield the table and its notes; in parts, where there are more repositories than columns for them."""
    from rich.text import Text

    if not comparison.rows:
        return
    room = max(1, (console.width - _TITLE) // (_FIGURE + _GAP))
    for first in range(0, len(comparison.columns), room):
        yield _heading("Side by side")
        yield _table(comparison, range(first, min(first + room, len(comparison.columns))), console.width)
    yield from (
        Text(f"{NOTED} {note}", style="dim", overflow="fold") for note in notes(comparison.rows, comparison.columns)
    )


def _table(comparison: Comparison, places: Sequence[int], width: int) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    titles = [row_title(row) for row in comparison.rows]
    each = min(_WIDE, (width - _TITLE) // len(places) - _GAP)
    table = Table(box=None, pad_edge=False, show_edge=False, padding=0, collapse_padding=True)
    table.add_column("", overflow="fold", width=min(max(map(len, titles)) + 2, width - (each + _GAP) * len(places)))
    for place in places:
        head = Text(comparison.columns[place].name, style=_colour(place))
        table.add_column(Padding(head, (0, 0, 0, _GAP)), justify="right", overflow="fold", width=each + _GAP)
    for group, rows in by_group(comparison.rows):
        table.add_row(Text(group, style="bold"))
        for row in rows:
            cells = (Padding(Text(_cell(row, row.cells[place]), overflow="fold"), (0, 0, 0, _GAP)) for place in places)
            table.add_row(Padding(Text(row_title(row), overflow="fold"), (0, 0, 0, 2)), *cells)
    return table


def _cell(row: Row, cell: Cell) -> str:
    # A label that is a sentence goes to a line of its own: figures stay in their column.
    text = marked_text(row, cell)
    return text.replace(" (", "\n(") if len(cell.label) > _FIGURE else text


def _years(comparison: Comparison) -> Iterator[RenderableType]:
    """Yield one small table for each course."""
    from rich.table import Table
    from rich.text import Text

    found = courses(comparison)
    if not found:
        return
    last = wording.moment(comparison.end)
    yield _heading(
        f"{found[0].first_year} to {last.year}, a bar for each year (the last up to {wording.day(comparison.end)})"
    )
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    for _ in range(2):
        table.add_column(justify="right", overflow="fold")
    places = {column.name: place for place, column in enumerate(comparison.columns)}
    for course in found:
        table.add_row(Text(course.title, style="bold"), "", Text("first"), Text("last"))
        for name, values in course.rows:
            style = _colour(places.get(name, 0))
            known = [value for value in values if value is not None]
            ends = [course.amount(value) for value in (known[0], known[-1])] if known else [wording.NOTHING] * 2
            table.add_row(Text(f"  {name}"), Text(spark(values), style=style), *map(Text, ends))
    yield table


def _colour(place: int) -> str:
    return _COLOURS[place % len(_COLOURS)]
