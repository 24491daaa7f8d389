"""Our own definition: what a reader can learn from, and nothing else."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

DEFINITION = Definition(
    __name__,
    title="Semantic",
    formula="comment and docstring lines with text / (these + code)",
    docstrings="comment, whatever their quotes and prefixes; lines without a letter or digit are blank",
    blanks="blank, and in neither part of the ratio; so are comments without a letter or digit",
    trailing="a line with code and a comment is code",
    strings="code; their blank lines are blank",
    source="Diptych; licence headers and code put out of use are in no part of the ratio, the rules for both are in "
    "analyzer/count/python_licence.py and python_tokens.py",
    rule=Rule(
        code={"code": 1, "docstring_prefixed": -1, "string": 1},
        comment={
            "comment": 1,
            "comment_bare": -1,
            "commented_out": -1,
            "docstring": 1,
            "docstring_bare": -1,
            "docstring_prefixed": 1,
            "licence": -1,
        },
        blank={"blank": 1, "docstring_blank": 1, "string_blank": 1, "comment_bare": 1, "docstring_bare": 1},
    ),
)
