"""scc."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

DEFINITION = Definition(
    __name__,
    title="scc",
    formula="comment / (code + comment)",
    docstrings="comment, with their blank lines, if nothing but r or f stands before the quotes and nothing behind",
    blanks="blank, in neither part of the ratio; within a docstring or a block comment they are comment",
    trailing="a line with code and a comment is code",
    strings="code with their blank lines; comment if they stand on lines of their own, as docstrings do",
    source="scc 4.1.0, processor/workers.go and languages.json",
    rule=Rule(
        code={"code": 1, "string": 1, "string_blank": 1, "form_feed": 1},
        comment={"comment": 1, "docstring": 1, "docstring_blank": 1, "comment_blank": 1},
        blank={"blank": 1, "comment_blank": -1, "form_feed": -1},
    ),
    by_language={
        "Python": Rule(
            code={
                "code": 1,
                "docstring": 1,
                "docstring_blank": 1,
                "string": 1,
                "string_blank": 1,
                "led": -1,
                "form_feed": 1,
            },
            comment={"comment": 1, "led": 1},
            blank={"blank": 1, "form_feed": -1},
        )
    },
)
