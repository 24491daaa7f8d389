"""SonarQube's comment density, as SonarPython counts it."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

_SPOKEN = {"comment": 1, "comment_bare": -1, "trailing_comment": 1, "trailing_bare": -1}

DEFINITION = Definition(
    __name__,
    title="SonarQube",
    formula="comment_lines / (ncloc + comment_lines)",
    docstrings="comment, with their blank lines and any code on the same line",
    blanks="in neither part of the ratio; within a docstring they are comment, within a string code",
    trailing="a line with code and a comment is both",
    strings="code, with their blank lines",
    source="sonar-python 5.30, FileLinesVisitor.java; SonarQube's metric definitions (comment lines without a letter "
    "or digit, and NOSONAR, do not count)",
    rule=Rule(
        code={"code": 1, "docstring_code": -1, "string": 1, "string_blank": 1},
        comment=_SPOKEN | {"docstring": 1, "docstring_blank": 1, "docstring_code": 1},
        blank={"blank": 1},
    ),
)
