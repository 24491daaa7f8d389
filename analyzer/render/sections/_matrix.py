"""Tables with a row for each part and a column for each repository."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.model.blocks import Table
from analyzer.model.comparison import Comparison, Spot
from analyzer.model.numbers import Number

Cells = tuple[str, list[tuple[str, Number | None]]]
"""A row: its name, then for each repository the text and the number that a bar is drawn for."""


def matrix(
    comparison: Comparison, caption: str, head: str, rows: Sequence[Cells], groups: Sequence[tuple[str, int]] = ()
) -> Table:
    """Return the rows in which anything is known, with bars on a scale from 0 to 100; `groups` are of these rows."""
    known = [(name, cells) for name, cells in rows if any(number is not None for _, number in cells)]
    return Table(
        caption,
        (head, *(column.name for column in comparison.columns)),
        tuple((name, *(text for text, _ in cells)) for name, cells in known),
        groups=tuple(groups),
        numeric=(False, *(True for _ in comparison.columns)),
        bars=tuple((None, *(bar_of(number) for _, number in cells)) for _, cells in known),
    )


def bar_of(percent: Number | None) -> float | None:
    """Return the length of the bar for a percentage; None for none."""
    return None if percent is None else round(min(max(percent / 100, 0), 1), 4)


def named(comparison: Comparison, slug: str, names: Sequence[str]) -> Iterator[tuple[str, list[Spot | None]]]:
    """Yield each name with the spots of that name, None for a repository without one."""
    spots = {(spot.repository, spot.name): spot for spot in comparison.places.get(slug, ())}
    for name in names:
        yield name, [spots.get((column.name, name)) for column in comparison.columns]
