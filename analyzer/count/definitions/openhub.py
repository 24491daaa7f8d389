"""Open Hub, by its counter ohcount."""

from __future__ import annotations

from analyzer.count.languages import OPENHUB_LANGUAGES
from analyzer.model.definition import Definition, Rule

DEFINITION = Definition(
    __name__,
    title="Open Hub (ohcount)",
    formula="comment / (code + comment)",
    docstrings="comment, like any text in triple quotes; their blank lines are blank; a line with the prefix r, u, f "
    "or b before the quotes is code",
    blanks="blank, and in neither part of the ratio",
    trailing="a line with code and a comment is code",
    strings="texts in triple quotes are comment, except on lines that hold code too",
    source="ohcount 4.0.0, src/parsers/python.rl; ohloh-ui, analyses_helper.rb",
    rule=Rule(
        code={"code": 1, "string": 1},
        comment={"comment": 1, "docstring": 1},
        blank={"blank": 1, "docstring_blank": 1, "string_blank": 1, "form_feed": 1},
    ),
    by_language={
        # A line that begins with // is comment to ohcount, a first line behind a byte order mark code.
        "Python": Rule(
            code={"code": 1, "slashes": -1, "marked_start": 1},
            comment={"comment": 1, "docstring": 1, "string": 1, "slashes": 1, "marked_start": -1},
            blank={"blank": 1, "docstring_blank": 1, "string_blank": 1, "form_feed": 1},
        )
    },
    languages=OPENHUB_LANGUAGES,
)
