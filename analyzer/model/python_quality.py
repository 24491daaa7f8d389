"""What Radon says of a Python file."""

from __future__ import annotations

from typing import NamedTuple


class Raw(NamedTuple):
    """Radon's raw metrics, in lines; `loc` is the sum of `sloc`, `multi`, `blank` and `single_comments`."""

    loc: int = 0
    """All lines."""
    lloc: int = 0
    """Logical lines: statements, nearly."""
    sloc: int = 0
    """Lines of source."""
    comments: int = 0
    """Comments with `#`, also behind code."""
    multi: int = 0
    """Lines of strings of more than one line that are whole statements, as docstrings are."""
    blank: int = 0
    """Blank lines, also within strings."""
    single_comments: int = 0
    """Lines that hold only a comment with `#`, or only a string of one line."""


class PythonQuality(NamedTuple):
    """Everything that Radon says of one file as a whole."""

    loc: int = 0
    lloc: int = 0
    sloc: int = 0
    comments: int = 0
    multi: int = 0
    blank: int = 0
    single_comments: int = 0
    complexity: int = 0
    """Cyclomatic complexity of the whole file, what stands outside of functions included; 1 for an empty one."""
    blocks: int = 0
    """Functions, methods and classes that `radon cc` lists; not those within functions, nor classes within classes."""
    blocks_complexity: int = 0
    """Their complexities summed: that of a class is the average of its methods, so Radon."""
    most_complex: int = 0
    """The highest of them; 0 without any."""
    distinct_operators: int = 0
    """Halstead's h1."""
    distinct_operands: int = 0
    """h2."""
    operators: int = 0
    """N1."""
    operands: int = 0
    """N2."""
    calculated_length: float = 0
    volume: float = 0
    """In bits."""
    difficulty: float = 0
    effort: float = 0
    maintainability: float = 0
    """The maintainability index, 0 to 100, with multi-line strings counted as comments."""


REAL = frozenset({"calculated_length", "volume", "difficulty", "effort", "maintainability"})
"""The fields that are no whole numbers."""
