"""What sections of a report are made of: data, never HTML."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analyzer.model.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Sentences, each with the anchor of its evidence."""

    sentences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; cells are text ready to read, lines after a cell's first are set smaller below it.

    In all text of blocks, what stands between backticks is set as code.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, int], ...] = ()
    """(group title, number of rows) in order; empty for an ungrouped table."""
    anchors: tuple[str, ...] = ()
    """One id for each row; empty for none."""
    notes: tuple[str, ...] = ()
    """One explanation for each row, a paragraph a line; empty for none."""
    sources: tuple[str, ...] = ()
    """For each row, what explains it: the anchor of a row elsewhere that its note leads to; empty for none."""
    numeric: tuple[bool, ...] = ()
    """For each column, whether it is aligned right."""
    bars: tuple[tuple[float | None, ...], ...] = ()
    """For each row and column, the length (0..1) of a small bar under the figure; empty for a table without."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite chart, with the words and the table that say the same."""

    slug: str
    title: str
    """The question that the chart answers."""
    caption: str
    """One sentence: what to see."""
    spec: Mapping[str, Any]
    """Vega-Lite, as a plain dict."""
    data: Table
    """The same as text, thinned to what a person can read."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A table of whole numbers whose cells are shaded by their size; a cell without a number is None."""

    caption: str
    repository: str
    """Whose colour shades it."""
    head: tuple[str, ...]
    """Above the names of the rows, then above each column."""
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    """The name of each row, and its numbers."""
    sizes: tuple[int, ...] = ()
    """What each row is made of, in a column of its own before its numbers; empty for none."""
    half: bool = False
    """Whether two have room beside each other."""

    def shade(self, number: int | None) -> int:
        """Return how dark a number is, from 0 to `SHADES`: 0 only for 0 and None, the darkest for the largest."""
        most = max((number for _, numbers in self.rows for number in numbers if number is not None), default=0)
        return math.ceil(SHADES * number / most) if most and number is not None else 0


SHADES = 8
"""So many degrees of darkness a heat map has."""


@dataclass(frozen=True, slots=True)
class Tested:
    """One statement that a claim was put to the test by."""

    word: str
    """The verdict in a word: see `model/claim.py`."""
    statement: str
    told: tuple[str, ...]
    """What was found, in sentences."""


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody said, with the verdict on it and the evidence."""

    slug: str
    """Its anchor."""
    quote: str
    said: str
    """By whom, where and when; empty if not known."""
    word: str
    """The verdict on the whole."""
    tested: tuple[Tested, ...]
    together: str = ""
    """When all of it held, in a sentence; empty for a single statement."""
    chart: Chart | None = None


Block = Prose | Findings | Table | HeatMap | Chart | Card
Content = Callable[[Comparison], Iterator[Block]]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report, declared by one file of `render/sections/`."""

    module: str
    title: str
    order: int
    content: Content
    explanation: str

    @property
    def name(self) -> str:
        """Anchor and name in the configuration: the name of its file."""
        return self.module.rpartition(".")[2]

    def blocks(self, comparison: Comparison) -> tuple[Block, ...]:
        """Return what the section shows; nothing if it has nothing to say for this comparison."""
        return tuple(self.content(comparison))


def section(*, title: str, order: int) -> Callable[[Content], Section]:
    """Turn a generator of blocks into the section of its module."""

    def declare(content: Content) -> Section:
        return Section(content.__module__, title, order, content, inspect.getdoc(content) or "")

    return declare
