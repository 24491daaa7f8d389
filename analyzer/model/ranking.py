"""How repositories stand to each other under every definition of comment, in parts of them, and over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analyzer.model.numbers import Number

RANKED: Mapping[str, str] = {"all": "all files", "source": "the source alone", "without-tests": "all but tests"}
"""The parts of repositories in which they are ranked, and how people say it; keys of `SCOPES`."""

LEVEL = 0.05
"""Percentage points: values nearer than this print as the same tenth, and count as level."""


@dataclass(frozen=True, slots=True)
class Rung:
    """The comment ratio of every repository under one definition, in one part of them."""

    definition: str
    title: str
    formula: str
    docstrings: bool
    """Whether docstrings are comments here."""
    scope: str
    """A key of `RANKED`."""
    values: tuple[float | None, ...]
    """Percent, in the order of the columns; None where nothing was counted."""
    parts: tuple[Mapping[str, Number], ...] = ()
    """What each value was made of ("comment", "code"), in the same order."""


@dataclass(frozen=True, slots=True)
class Order:
    """Two repositories on one rung, now and before."""

    first: str
    second: str
    definition: str
    scope: str
    now: int | None
    """1 if the first stands above, -1 if below, 0 if they are level; None if one has no value."""
    since: int | None
    """Since when it is so; seconds since 1970 in UTC."""
    turns: tuple[tuple[int, int], ...] = ()
    """(time, order from then on) of each change, from when both had a value; what lasted less than `SHORTEST` is
    left out."""


SHORTEST = 30 * 86_400
"""Seconds: an order that stood for less is no turn."""
