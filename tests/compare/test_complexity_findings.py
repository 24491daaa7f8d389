"""One sentence on complexity."""

from __future__ import annotations

from dataclasses import replace

from analyzer.compare.complexity_findings import complexity
from tests.compare.comparisons import comparison


def told(**values):
    return complexity(comparison(list(values), {"complexity": list(values.values())}))


def test_two_are_told_with_as_many_decimals_as_keep_them_apart():
    assert told(a=2.73, b=3.06) == (
        "The mean cyclomatic complexity of Python functions, methods and classes is 3.1 in b and 2.7 in a."
    )
    assert told(a=2.73, b=2.71).endswith("is 2.73 in a and 2.71 in b.")


def test_of_many_the_ends_are_told():
    assert told(a=1.5, b=2.5, c=3.5, d=2.0) == (
        "Of the four, c has the most complex functions on average (3.5) and a the least (1.5), "
        "of Python by cyclomatic complexity."
    )


def test_nothing_is_said_of_nothing():
    assert told(a=None, b=None) is None
    made = comparison(["a"], {"complexity": [2.0]})
    assert complexity(replace(made, rows=tuple(row for row in made.rows if row.slug != "complexity"))) is None


def test_nothing_is_said_where_one_was_measured_in_another_way():
    made = comparison(["a", "b"], {"complexity": [2.0, 3.0]})
    rows = tuple(
        replace(row, cells=(row.cells[0], replace(row.cells[1], note="By Lizard.")))
        if row.slug == "complexity"
        else row
        for row in made.rows
    )
    assert complexity(replace(made, rows=rows)) is None
