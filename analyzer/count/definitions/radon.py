"""Radon's raw metrics, in the three percentages that it publishes."""

from __future__ import annotations

from analyzer.model.definition import Definition, Rule

_COMMENTS = {"comment": 1, "trailing_comment": 1}
_MULTI = {"sole": 1}
_SLOC = {"code": 1, "bracketed": 1, "docstring": 1, "string": 1, "sole": -1, "sole_line": -1}
_LOC = {
    "blank": 1,
    "code": 1,
    "comment": 1,
    "docstring": 1,
    "docstring_blank": 1,
    "string": 1,
    "string_blank": 1,
    "form_feed": 1,
}
_BLANK = {"blank": 1, "docstring_blank": 1, "string_blank": 1, "form_feed": 1}
_RULE = Rule(code=_SLOC, comment=_COMMENTS, blank=_BLANK)
_PYTHON = frozenset({"Python"})
_TRAILING = "counted as a comment; its line stays a line of source too"
_STRINGS = "source, unless the string is a whole statement"
_BLANKS = "blank, wherever they stand"
_SOURCE = "Radon 6.0.1, radon/raw.py and radon/cli/harvest.py"

DEFINITION = Definition(
    __name__,
    title="Radon, C % L",
    formula="comments / all lines",
    docstrings="in the denominator only",
    blanks=f"{_BLANKS}; in the denominator",
    trailing=_TRAILING,
    strings=_STRINGS,
    source=_SOURCE,
    rule=_RULE,
    languages=_PYTHON,
    numerator=_COMMENTS,
    denominator=_LOC,
    counts_docstrings=False,
    variants=(
        Definition(
            __name__,
            title="Radon, C % S",
            formula="comments / source lines",
            docstrings="in neither part of the ratio",
            blanks=f"{_BLANKS}; in neither part of the ratio",
            trailing=_TRAILING,
            strings=_STRINGS,
            source=_SOURCE,
            rule=_RULE,
            languages=_PYTHON,
            numerator=_COMMENTS,
            denominator=_SLOC,
            variant="sloc",
            counts_docstrings=False,
        ),
        Definition(
            __name__,
            title="Radon, C + M % L",
            formula="(comments + lines of strings that are whole statements of more than one line) / all lines",
            docstrings="comment if they have more than one line",
            blanks=f"{_BLANKS}; in the denominator",
            trailing=_TRAILING,
            strings=_STRINGS,
            source=_SOURCE,
            rule=_RULE,
            languages=_PYTHON,
            numerator=_COMMENTS | _MULTI,
            denominator=_LOC,
            variant="multi",
        ),
    ),
)
