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
    """Holds something that is neither comment nor triple-quoted text: code beside them, a string of one line, the
    prefix letter of a triple-quoted text."""
    comment: int = 0
    """Only comment; docstrings apart."""
    docstring: int = 0
    """Only text of a triple-quoted docstring (the first statement of a module, class or function), its quotes
    included; a comment may follow."""
    docstring_blank: int = 0
    """White space only, within a triple-quoted docstring."""
    string: int = 0
    """Only text of a triple-quoted string that is no docstring."""
    string_blank: int = 0
    """White space only, within such a string."""
    trailing_comment: int = 0
    """Lines that end in a comment with something else before it: of `code`, rarely of `docstring` or `string`."""
    licence: int = 0
    """Of `comment` or `docstring`: lines of a licence or copyright header; neither bare nor `commented_out`."""
    commented_out: int = 0
    """Of `comment`: lines that hold code put out of use."""
    comment_blank: int = 0
    """Of `blank`: lines within a block comment (languages that have such)."""
    comment_bare: int = 0
    """Of `comment`: lines without a letter or digit, and Python lines with Sonar's mark NOSONAR."""
    trailing_bare: int = 0
    """Of `trailing_comment`: lines whose comment is bare in the same sense."""
    docstring_bare: int = 0
    """Of `docstring`: lines without a letter or digit (mostly the closing quotes)."""
    docstring_code: int = 0
    """Of `code`: lines that hold part of a docstring, its prefix letter or quotes of one character included."""
    docstring_prefixed: int = 0
    """Of `docstring_code`: lines that hold nothing else than the docstring, its prefix and its quotes."""
    led: int = 0
    """Lines, blank ones too, of a triple-quoted text that begins its first line (bare, or with r or f before it) and
    ends its last; if something follows the closing quotes, the lines before that one."""
    spanned: int = 0
    """Lines, blank ones too, that a triple-quoted text of more than one line touches."""
    sole: int = 0
    """Lines with text of a string of more than one line that is a whole statement."""
    sole_line: int = 0
    """Lines that hold nothing but a string, which is a whole statement."""
    bracketed: int = 0
    """Of `comment`: lines within brackets or within a statement continued by a backslash."""
    marks: int = 0
    """Of `code`: lines of brackets, commas, colons, semicolons and the word `pass` alone."""
    marks_trailing: int = 0
    """Of `marks`: lines that end in a comment."""
    literal: int = 0
    """Of `code`, without `docstring_code`: lines of strings and such marks alone."""
    valued: int = 0
    """Of `string`, `string_blank` and `literal`: lines of which every string follows a colon."""
    slash_star: int = 0
    """Of `code`: lines that hold `/*` or `*/`, mostly within a string."""
    marked_text: int = 0
    """Of `docstring` and `string`: lines that begin with `#` or hold `/*` or `*/`."""
    slashes: int = 0
    """Of `code`: lines that begin with `//`."""
    form_feed: int = 0
    """Of `blank`: lines that hold a form feed (a page break)."""
    edge_blank: int = 0
    """Of `blank`: empty lines at the beginning and the end of the file."""
    shebang: int = 0
    """Of `comment`: the first line, if it begins with `#!`."""
    joined: int = 0
    """Of `code`: lines with code behind a triple-quoted text that began on an earlier line, with code before it."""
    noted: int = 0
    """Of `docstring` and `string`: lines that end in a comment, no code standing before the text."""
    after_backslash: int = 0
    """Of `docstring_blank` and `string_blank`: lines behind one that ends in a backslash."""
    unpaired: int = 0
    """What cloc takes for code that should be comment, or the reverse if negative, because triple quotes do not pair
    as it thinks. Like the next three it is set only for files that such a tool misreads."""
    escaped_comment: int = 0
    """Lines of comment that tokei 12 finds too many, or misses if negative, behind a string that ends in two
    backslashes; likewise"""
    escaped_blank: int = 0
    """blank lines"""
    escaped_text: int = 0
    """and lines of triple-quoted texts."""
    marked_start: int = 0
    """Of `comment` and `docstring`: the first line, if a byte order mark stands before it."""


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
