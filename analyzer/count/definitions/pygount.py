"""pygount, which reads with Pygments."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

DEFINITION = Definition(
    __name__,
    title="pygount",
    formula="documentation / (code + documentation)",
    docstrings="documentation, with their blank lines",
    blanks="empty, and in neither part of the ratio; so are lines of brackets, commas, colons or `pass` alone",
    trailing="a line with code and a comment is code; with brackets and a comment alone it is documentation",
    strings="lines of strings alone are in neither part of the ratio; documentation if they follow a colon",
    source="pygount 3.2.0, pygount/analysis.py; Pygments 2.21",
    rule=Rule(
        code={"code": 1},
        comment={"comment": 1, "comment_blank": 1, "docstring": 1, "docstring_blank": 1},
        blank={"blank": 1, "comment_blank": -1},
    ),
    by_language={
        "Python": Rule(
            code={"code": 1, "docstring_prefixed": -1, "marks": -1, "literal": -1},
            comment={
                "comment": 1,
                "docstring": 1,
                "docstring_blank": 1,
                "docstring_prefixed": 1,
                "marks_trailing": 1,
                "valued": 1,
            },
            blank={"blank": 1, "edge_blank": -1, "marks": 1, "marks_trailing": -1},
        )
    },
)
