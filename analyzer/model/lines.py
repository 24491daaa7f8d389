"""The line vector: how many lines of which kind a file content has.

The first seven fields are a partition: each line of a file is in exactly one, and they sum to its line count.
The others overlap with these and exist so that every published definition of "comment" is arithmetic on the vector.
"""

from __future__ import annotations

from typing import NamedTuple


class LineVector(NamedTuple):
    """Counts of lines, by kind."""

    blank: int = 0
    """White space only, outside of strings."""
    code: int = 0
    """Has code on it (also behind or before a comment)."""
    comment: int = 0
    """Only comment, no code; docstrings apart."""
    docstring: int = 0
    """Only docstring text (a string that is the first statement of a module, class or function)."""
    docstring_blank: int = 0
    """White space only, within a docstring."""
    string: int = 0
    """Only text of a multi-line string that is no docstring, neither its first nor its last line with code."""
    string_blank: int = 0
    """White space only, within such a string."""
    trailing_comment: int = 0
    """Of `code`: lines that end in a comment."""
    licence: int = 0
    """Of `comment` or `docstring`: lines of a licence or copyright header."""
    commented_out: int = 0
    """Of `comment`: lines that hold code put out of use."""


FIELDS: tuple[str, ...] = LineVector._fields
PARTITION: tuple[str, ...] = FIELDS[:7]


class BlobLines(NamedTuple):
    """What counting one file content gave; the key is (blob, hint, counter version)."""

    blob: str
    """Object id."""
    hint: str
    """Language that the path's name implies; empty where the name says nothing and content decides."""
    language: str
    """Language that was counted; empty if the content is no known language (then the vector is zero)."""
    problem: str
    """A `Reason` if the content was not counted or doubtfully so; else empty."""
    generated: bool
    """The content itself says that a program wrote it, or it is minified."""
    vector: LineVector
