"""What the syntax tree of a Python file tells of its functions."""

from __future__ import annotations

from typing import NamedTuple


class Syntax(NamedTuple):
    """Counts of one file; all zero if it could not be parsed."""

    blocks: int = 0
    """Functions and methods as Radon lists them: what is defined within a function is none of them."""
    complexity: int = 0
    """Sum of their cyclomatic complexities, as Radon has it."""
    functions: int = 0
    """Functions whose signature can be annotated, at any depth; each has one return."""
    returns: int = 0
    """Of these, those whose return is annotated."""
    arguments: int = 0
    """Arguments that can be annotated."""
    annotated: int = 0
    """Of these, those that are."""
