"""A form in which a comparison is handed out: a page, a table, a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from analyzer.model.comparison import Comparison
from analyzer.model.layout import Layout


@dataclass(frozen=True, slots=True)
class Means:
    """What a format may use beside the comparison; each ignores what it has no use for."""

    scratch: Path
    """A folder that may be deleted: it keeps what is slow to draw."""
    layout: Layout = field(default_factory=Layout)
    width: int = 80
    """Columns of the terminal."""
    colour: bool = False
    """Whether the terminal shows colours."""


Make = Callable[[Comparison, Means], str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format, declared by one file of `export/formats/` or, if it needs templates or pictures, `render/formats/`.

    The same comparison and means give the same text or bytes. Text from repositories stays text in it: no markup, no
    formula, no escape sequence.
    """

    module: str
    title: str
    """What it is, in a few words."""
    suffix: str
    """How names of its files end, with the dot."""
    printed: bool
    """Whether it goes to the standard output where no file is named."""
    exact: bool
    """Whether it is given all text as it was recorded: its own syntax makes that harmless."""
    make: Make

    @property
    def name(self) -> str:
        """What users call it: the name of its file."""
        return self.module.rpartition(".")[2]


def written_as(*, title: str, suffix: str, printed: bool = True, exact: bool = False) -> Callable[[Make], Format]:
    """Turn a function from comparison and means to text or bytes into the format of its module."""

    def declare(make: Make) -> Format:
        return Format(make.__module__, title, suffix, printed, exact, make)

    return declare
