"""Which public definitions of a Python file have a docstring."""

from __future__ import annotations

from typing import NamedTuple


class Docstrings(NamedTuple):
    """Counts of the public definitions of one file, and of those among them that are documented, kind by kind."""

    modules: int = 0
    """1 for a file that could be parsed."""
    modules_documented: int = 0
    classes: int = 0
    classes_documented: int = 0
    functions: int = 0
    """Functions in no class."""
    functions_documented: int = 0
    methods: int = 0
    """Functions in a class."""
    methods_documented: int = 0


KINDS = ("modules", "classes", "functions", "methods")
"""The fields that count definitions; each has one with `_documented` behind it."""
