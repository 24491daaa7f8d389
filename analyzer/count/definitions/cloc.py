"""cloc, with docstrings as comment (its default) and as code."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

_TITLE = "cloc"
_FORMULA = "comment / (code + comment)"
_BLANKS = "blank, and in neither part of the ratio"
_TRAILING = "a line with code and a comment is code"
_SOURCE = "cloc 1.96, its filters for Python: remove_matches, docstring_to_C, call_regexp_common"
_BLANK = {"blank": 1, "docstring_blank": 1, "string_blank": 1, "after_backslash": -1}
_OTHERS = Rule(
    code={"code": 1, "string": 1},
    comment={"comment": 1, "docstring": 1},
    blank={"blank": 1, "docstring_blank": 1, "string_blank": 1},
)
# What cloc adds to code: the line #!, comments behind a text. What it takes from it: any line with /* or */, and one of
# two lines of code that a text in triple quotes joins.
_SHIFT = {"slash_star": 1, "shebang": -1, "joined": 1, "noted": -1, "unpaired": -1}

DEFINITION = Definition(
    __name__,
    title=_TITLE,
    formula=_FORMULA,
    docstrings="comment, like any text in triple quotes; their blank lines are blank",
    blanks=_BLANKS,
    trailing=_TRAILING,
    strings="texts in triple quotes are comment, except on lines that hold code too; lines with /* or */ are comment",
    source=_SOURCE,
    rule=_OTHERS,
    by_language={
        "Python": Rule(
            code={"code": 1} | {field: -sign for field, sign in _SHIFT.items()},
            comment={"comment": 1, "docstring": 1, "string": 1, "after_backslash": 1} | _SHIFT,
            blank=_BLANK,
        )
    },
    variants=(
        Definition(
            __name__,
            title=f"{_TITLE} --docstring-as-code",
            formula=_FORMULA,
            docstrings="code",
            blanks=_BLANKS,
            trailing=_TRAILING,
            strings="code; lines that begin with # within them, or hold /* or */, are comment",
            source=f"{_SOURCE}; option --docstring-as-code",
            rule=_OTHERS,
            by_language={
                "Python": Rule(
                    code={
                        "code": 1,
                        "docstring": 1,
                        "string": 1,
                        "after_backslash": 1,
                        "slash_star": -1,
                        "marked_text": -1,
                        "shebang": 1,
                    },
                    comment={"comment": 1, "slash_star": 1, "marked_text": 1, "shebang": -1},
                    blank=_BLANK,
                )
            },
            variant="docstrings-as-code",
            counts_docstrings=False,
        ),
    ),
)
