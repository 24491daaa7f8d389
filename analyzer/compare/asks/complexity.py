"""How hard the code is: complexity of functions, maintainability of files, Halstead's measures."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.ask import SOURCE, Ask, Asks

GROUP = "Complexity"
SHOWN = 5
"""Functions and files of each repository that a reader looks at."""


def _most_complex(table: pd.DataFrame) -> pd.DataFrame:
    # A class counts with the average of its methods, which are told themselves.
    functions = table[table["kind"] != "class"]
    # Of several languages each would be measured in its own way.
    python = functions["language"] == "Python"
    functions = functions[python] if python.any() else functions
    order = ["value", "path", "line", "function"]
    return functions.sort_values(order, ascending=[False, True, True, True]).head(SHOWN)


def _least_maintainable(table: pd.DataFrame) -> pd.DataFrame:
    # The index ends at 0, where many large files meet.
    order = ["maintainability", "lloc", "path"]
    return table.sort_values(order, ascending=[True, False, True]).head(SHOWN)


def _by_lizard(table: pd.DataFrame) -> pd.DataFrame:
    others = table[table["language"] != "Python"]
    return others.sort_values(["functions", "language"], ascending=[False, True]).head(SHOWN)


_ROWS = (
    Ask("complexity", GROUP, "Cyclomatic complexity, mean", "complexity"),
    Ask("maintainability", GROUP, "Maintainability index, mean", "maintainability"),
    Ask("radon", GROUP, "Python lines of source (Radon)", "radon"),
    Ask("halstead", GROUP, "Halstead volume", "halstead"),
)

_PLACES = (
    Ask("complexity-by-language", "", "Other languages", "complexity", by="language", cut=_by_lizard),
    Ask("most-complex", "", "Most complex", "complexity", by="function", scopes=SOURCE, cut=_most_complex),
    Ask("least-maintainable", "", "Least maintainable", "radon", by="file", scopes=SOURCE, cut=_least_maintainable),
)

ASKED = Asks(__name__, order=30, rows=_ROWS, places=_PLACES, switch="radon")
