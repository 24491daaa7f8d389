"""What is known of a language before reading a file in it: how its files are named, how its comments are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a language is for; Open Hub counts the first three as code."""

    LOGIC = "logic"
    MARKUP = "markup"
    BUILD = "build"
    DATA = "data"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Quote:
    """How a string is written."""

    start: str
    end: str = ""
    """Empty if it is the same as `start`."""
    escape: str = "\\"
    """The character that keeps the next one from ending the string; empty if none does (a doubled end begins anew)."""
    lines: bool = False
    """Whether the string may go on over several lines."""

    @property
    def close(self) -> str:
        """What ends the string."""
        return self.end or self.start


@dataclass(frozen=True, slots=True)
class Island:
    """A part of a file that is written in another language."""

    start: str
    """Regular expression of what opens it, on bytes; its first character is a plain one."""
    end: str
    """Regular expression of what closes it; the end of the file does too."""
    language: str
    """Name of the language inside."""
    outside_strings: bool = False
    """Whether what closes it does so only outside of the strings and block comments of the language inside."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language; the names of files and tokens are as its own reference has them."""

    name: str
    """As people write it: "JavaScript", "C++"."""
    category: Category
    openhub: str = ""
    """Name under which Open Hub's counter (ohcount) counts it; empty if it does not."""
    extensions: tuple[str, ...] = ()
    """Lower case, without the first dot."""
    filenames: tuple[str, ...] = ()
    """Whole names, as written."""
    tags: tuple[str, ...] = ()
    """What the library identify calls it, where our own names and extensions do not say."""
    interpreters: tuple[str, ...] = ()
    """What a first line with `#!` may name."""
    line: tuple[str, ...] = ()
    """What starts a comment that ends with the line."""
    line_first: tuple[str, ...] = ()
    """The same, where it only counts as the first thing on its line."""
    keyword: tuple[str, ...] = ()
    """Words in any case that make their line a comment, as the first thing on it ("REM")."""
    block: tuple[tuple[str, str], ...] = ()
    """Pairs of what opens and closes a comment."""
    nested: bool = False
    """Whether block comments stand in each other."""
    quotes: tuple[Quote, ...] = ()
    comments: tuple[str, ...] = ()
    """Regular expressions of comments that are written in no such way; each starts with a plain character."""
    texts: tuple[str, ...] = ()
    """Regular expressions of multi-line strings that are written in no such way (here-documents)."""
    skip: tuple[str, ...] = ()
    """Regular expressions of code in which the tokens above mean nothing (regular expression literals)."""
    continued: bool = False
    """Whether a backslash at the end of the line carries a line comment on to the next."""
    islands: tuple[Island, ...] = ()
