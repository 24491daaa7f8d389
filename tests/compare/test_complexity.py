"""What a comparison shows of complexity."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.asks.complexity import SHOWN
from analyzer.compare.places import places
from analyzer.model.comparison import Column, Spot


def told(slug, rows):
    column = Column("a", "https://example.org/a", "main", "0" * 40, 0, 0)
    return places([column], {("a", slug): pd.DataFrame(rows)})[slug]


def function(name, value, line=1, **rest):
    row = {"path": "a.py", "language": "Python", "function": name, "line": line, "value": value, "end_line": line + 4}
    return {**row, "kind": "function", "rank": "A", "scope": "source", **rest}


def test_the_most_complex_functions_come_first_without_classes_and_with_their_places():
    rows = [function("f", 3, 7), function("C", 90, kind="class"), function("C.m", 30, 2), function("g", 3, 5)]
    assert told("most-complex", rows) == (
        Spot("a", "C.m", 30, {"end_line": 6}, "a.py:2"),
        Spot("a", "g", 3, {"end_line": 9}, "a.py:5"),
        Spot("a", "f", 3, {"end_line": 11}, "a.py:7"),
    )


def test_few_functions_are_shown_and_of_python_if_there_are_any():
    rows = [function(f"f{number}", number) for number in range(1, 20)]
    script = function("s", 99, language="JavaScript", path="a.js")
    assert [spot.value for spot in told("most-complex", [*rows, script])] == list(range(19, 19 - SHOWN, -1))
    assert [spot.where for spot in told("most-complex", [script])] == ["a.js:1"]


def test_the_least_maintainable_files_come_first_the_longest_among_equals():
    rows = [
        {"path": name, "language": "Python", "value": 9, "maintainability": index, "lloc": lloc, "complexity": 2}
        for name, index, lloc in [("b.py", 0.0, 5), ("a.py", 0.0, 5), ("c.py", 0.0, 8), ("d.py", 90.0, 99)]
    ]
    assert [spot.name for spot in told("least-maintainable", rows)] == ["c.py", "a.py", "b.py", "d.py"]


def test_other_languages_stand_apart_those_with_most_functions_first():
    rows = [
        {"language": name, "value": 2.0, "functions": functions, "total": 2, "most": 2}
        for name, functions in [("C", 3), ("Python", 90), ("Go", 9)]
    ]
    assert [spot.name for spot in told("complexity-by-language", rows)] == ["Go", "C"]
