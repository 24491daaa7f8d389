"""Where the names at the ends of lines stand so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def spread(values: Sequence[float], *, top: float, height: float, gap: float = 17.0) -> list[float]:
    """Return places near the values, in their unit and order, at least `gap` pixels apart, between 0 and top."""
    if not values:
        return []
    unit = top / height if top else 1.0
    step = gap * unit
    order = sorted(range(len(values)), key=lambda index: values[index])
    places = [0.0] * len(values)
    floor = 0.0
    for index in order:
        floor = places[index] = max(values[index], floor)
        floor += step
    ceiling = max(top, 0.0)
    for index in reversed(order):
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - step
    return places
