"""Where in the page it stands how a figure is counted."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer.model.comparison import Row

Meanings = dict[tuple[str, str], list[Row]]


def grouped(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with groups together, whatever their order; within a group it is kept."""
    order = list(dict.fromkeys(row.group for row in rows))
    return sorted(rows, key=lambda row: order.index(row.group))


def meanings(rows: Sequence[Row]) -> Meanings:
    """Return the rows that are counted in one way, by metric and explanation: windows of one metric share it."""
    found: Meanings = {}
    for row in rows:
        if row.explanation:
            found.setdefault((row.metric, row.explanation), []).append(row)
    return found


def anchors(found: Meanings) -> tuple[str, ...]:
    """Return an anchor for each meaning, in their order: that of the first row, with words before it."""
    return tuple(f"definition-{rows[0].slug}" for rows in found.values())


def sources(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return for each row the anchor of its meaning, empty for none."""
    found = meanings(rows)
    places = dict(zip(found, anchors(found), strict=True))
    return tuple(places.get((row.metric, row.explanation), "") for row in rows)
