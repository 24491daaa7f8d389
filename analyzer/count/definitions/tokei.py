"""tokei, by default and with docstrings as comment."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

_FORMULA = "comment / (code + comment)"
_TRAILING = "a line with code and a comment is code"
_SOURCE = "tokei 12.1.2, src/language/syntax.rs"
_BLANK = {"blank": 1, "escaped_blank": 1}
_OTHERS = Rule(
    code={"code": 1, "string": 1, "string_blank": 1},
    comment={"comment": 1, "comment_blank": 1, "docstring": 1, "docstring_blank": 1},
    blank={"blank": 1, "comment_blank": -1},
)

DEFINITION = Definition(
    __name__,
    title="tokei",
    formula=_FORMULA,
    docstrings="code, with their blank lines",
    blanks="blank, in neither part of the ratio; within a string they are code",
    trailing=_TRAILING,
    strings="code, with their blank lines",
    source=_SOURCE,
    rule=_OTHERS,
    by_language={
        "Python": Rule(
            code={
                "code": 1,
                "docstring": 1,
                "docstring_blank": 1,
                "string": 1,
                "string_blank": 1,
                "escaped_comment": -1,
                "escaped_blank": -1,
            },
            comment={"comment": 1, "escaped_comment": 1},
            blank=_BLANK,
        )
    },
    counts_docstrings=False,
    variants=(
        Definition(
            __name__,
            title="tokei, docstrings as comment",
            formula=_FORMULA,
            docstrings="comment, with their blank lines, if they have more than one line; else code",
            blanks="blank, in neither part of the ratio; within a text in triple quotes they are comment",
            trailing=_TRAILING,
            strings="texts in triple quotes of more than one line are comment, with the code beside them",
            source=f"{_SOURCE}; treat_doc_strings_as_comments in tokei.toml",
            rule=_OTHERS,
            by_language={
                "Python": Rule(
                    code={
                        "code": 1,
                        "docstring": 1,
                        "docstring_blank": 1,
                        "string": 1,
                        "string_blank": 1,
                        "spanned": -1,
                        "escaped_comment": -1,
                        "escaped_blank": -1,
                        "escaped_text": -1,
                    },
                    comment={"comment": 1, "spanned": 1, "escaped_comment": 1, "escaped_text": 1},
                    blank=_BLANK,
                )
            },
            variant="docstrings",
        ),
    ),
)
