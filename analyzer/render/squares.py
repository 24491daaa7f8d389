"""Where the boxes of a treemap stand: areas as given, shapes near to squares.

The squarified layout of Bruls, Huizing and van Wijk ("Squarified Treemaps", 2000): boxes are laid along the shorter
side of what is left, as many to a row as make their shapes better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


def squares(sizes: Sequence[float], whole: Box) -> list[Box]:
    """Return a box for each size (all above 0, largest first); together they fill `whole`."""
    scale = whole.width * whole.height / sum(sizes) if sizes else 0.0
    areas, boxes, room, start = [size * scale for size in sizes], list[Box](), whole, 0
    while start < len(areas):
        side = min(room.width, room.height)
        stop = start + 1
        while stop < len(areas) and _worst(areas[start : stop + 1], side) <= _worst(areas[start:stop], side):
            stop += 1
        row, room = _row(areas[start:stop], room)
        boxes += row
        start = stop
    return boxes


def _worst(areas: Sequence[float], side: float) -> float:
    """Return the ratio of the longer to the shorter side of the thinnest box of a row."""
    depth = sum(areas) / side if side else 0.0
    if not depth:
        return float("inf")
    return max(max(depth * depth / area, area / (depth * depth)) for area in areas)


def _row(areas: Sequence[float], room: Box) -> tuple[list[Box], Box]:
    """Return the boxes of one row, and what is left of the room."""
    boxes, depth, along = [], sum(areas) / min(room.width, room.height), 0.0
    upright = room.width >= room.height
    for area in areas:
        length = area / depth
        if upright:
            boxes.append(Box(room.left, room.top + along, depth, length))
        else:
            boxes.append(Box(room.left + along, room.top, length, depth))
        along += length
    if upright:
        return boxes, Box(room.left + depth, room.top, room.width - depth, room.height)
    return boxes, Box(room.left, room.top + depth, room.width, room.height - depth)
