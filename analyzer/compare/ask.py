"""A question that a comparison puts to each repository, and the questions on one subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analyzer.model.definition import Definition
from analyzer.model.metric import Options
from analyzer.model.people import People
from analyzer.model.scope import OWN, Scope
from analyzer.model.window import parse_window

__all__ = ["OWN", "SOURCE", "Ask", "Asks", "Cut", "whole"]

SOURCE = frozenset({Scope.SOURCE.value})

Cut = Callable[[pd.DataFrame], pd.DataFrame]
"""From a metric's table to the rows of it that a reader looks at."""


def whole(table: pd.DataFrame) -> pd.DataFrame:
    """Return all of a table: the cut that cuts nothing."""
    return table


@dataclass(frozen=True, slots=True)
class Ask:
    """One metric, asked in one way."""

    slug: str
    """Unique among the rows, among the charts, or among the places; the anchor in the report."""
    group: str
    """Rows: the part of the table. Empty for charts and places."""
    title: str
    metric: str
    """Name of the metric."""
    window: str = "all"
    """As users write it: see `model/window.py`."""
    identity: str = "openhub"
    """A rule of `IDENTITIES`."""
    bots: str = "with"
    """One of `BOTS`."""
    by: str | None = None
    definition: bool = False
    """Whether the definition of comment changes the answer."""
    scopes: frozenset[str] | None = None
    """Only files of these scopes; None for all."""
    cut: Cut = whole
    """Charts and places: what of the metric's table is shown."""
    split: str | None = None
    """Charts: column of the metric's table that has a line for each of its values; None for one line."""

    def options(self, definition: Definition, categories: Mapping[str, str], people: People | None = None) -> Options:
        """Return the options to measure with; `categories` are those of languages, `people` what the user says."""
        return Options(
            definition=definition,
            by=self.by,
            window=parse_window(self.window),
            identity=self.identity,
            scopes=self.scopes,
            categories=categories,
            people=people or People(),
            bots=self.bots,
        )


@dataclass(frozen=True, slots=True)
class Asks:
    """The questions on one subject, declared by one file of `compare/asks/`."""

    module: str
    order: int
    """Subjects with lower numbers come first."""
    rows: tuple[Ask, ...] = ()
    """Rows of the table: one value for each repository."""
    charts: tuple[Ask, ...] = ()
    """Series over time."""
    places: tuple[Ask, ...] = ()
    """Parts of a repository, such as folders and files, and a figure of each."""
    switch: str = ""
    """The key of `[quality]` that turns them off; empty for what is always asked."""
