"""The functions, methods and classes of one file, and how complex each is."""

from __future__ import annotations

from typing import NamedTuple


class Function(NamedTuple):
    """One of them."""

    name: str
    """With its class ("Flask.run"), at most `LONGEST` characters."""
    line: int
    """Where it begins, from 1; decorators apart."""
    end_line: int
    """Where it ends, as the program that counted tells it."""
    complexity: int
    """Cyclomatic complexity, 1 or more."""
    kind: str
    """One of `KINDS`."""


KINDS = ("function", "method", "class")
LONGEST = 160
"""Characters of a name that are kept; a stranger's may be as long as the file."""
RANKS = "ABCDEF"
"""Radon's letters for complexity, from least to most complex."""
RANK_ENDS = (5, 10, 20, 30, 40)
"""The highest complexity of each rank but the last."""


class BlobFunctions(NamedTuple):
    """What counting one content as one language gave."""

    blob: str
    """Object id."""
    language: str
    problem: str
    """A `Reason` if nothing could be made of it; else empty."""
    functions: tuple[Function, ...]
    """In the order of their lines."""
