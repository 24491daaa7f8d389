"""The list of troubles."""

from __future__ import annotations

from collections.abc import Callable

from tests.repos import RepoBuilder

Fill = Callable[[RepoBuilder], None]

ODD: dict[str, Fill] = {}


def trouble(fill: Fill) -> Fill:
    """Put a function on the list, under its name."""
    ODD[fill.__name__] = fill
    return fill
