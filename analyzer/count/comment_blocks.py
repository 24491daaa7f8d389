"""The comments of a file, and the code that each of them stands by.

A comment of whole lines stands by the lines of code that follow it at once, up to the next blank line or comment; one
that nothing follows stands by none. A docstring of a function stands by the function: its head from `def` on, and what
follows as far as it is indented like the docstring. Docstrings of modules and classes stand by too much to be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from analyzer.count.languages import BY_NAME
from analyzer.count.line_kinds import Kinds
from analyzer.model.language import Category
from analyzer.model.survival import BLANK, CODE, COMMENT, DOCSTRING, Block

_HEAD = re.compile(rb"[ \t]*(?:async[ \t]+)?def\b")
_CLASS = re.compile(rb"[ \t]*class\b")
_MARKS = b" \t\r#*/\"'-=~"
_MOST_ABOVE = 50
"""Lines of a function's head that are looked through for `def`."""


def blocks_of(language: str, text: bytes, kinds: Kinds) -> Iterable[Block]:
    """Return the comments of a text that stand by code; none of data and prose, where nobody says what stands by what.

    The language is one of the table, KeyError for any other.
    """
    return comment_blocks(text, kinds) if BY_NAME[language].category is Category.LOGIC else ()


def comment_blocks(text: bytes, kinds: Kinds) -> Iterator[Block]:
    """Yield the comments of a text that stand by code, given the kinds of its lines."""
    lines = text.split(b"\n")
    runs = [(kind, len(list(run))) for kind, run in groupby(_without_blanks_in_docstrings(kinds))]
    start = 0
    for place, (kind, size) in enumerate(runs):
        end = start + size
        if kind == COMMENT and place + 1 < len(runs) and runs[place + 1][0] == CODE:
            yield Block(start, end, (end, end + runs[place + 1][1]))
        elif kind == DOCSTRING:
            head = _head(lines, start)
            if head is not None:
                yield Block(start, end, (head, _body_end(lines, start, end)))
        start = end


def _without_blanks_in_docstrings(kinds: Kinds) -> list[int]:
    found: list[int] = kinds.tolist()
    last = -1
    for place, kind in enumerate(found):
        if kind == DOCSTRING:
            if last >= 0:
                found[last:place] = [DOCSTRING] * (place - last)
            last = place
        elif kind != BLANK:
            last = -1
    return found


def _head(lines: list[bytes], docstring: int) -> int | None:
    """Return where the function begins whose docstring begins at a line; None for a class or module."""
    inner = _indent(lines[docstring])
    for place in range(docstring - 1, max(docstring - 1 - _MOST_ABOVE, -1), -1):
        line = lines[place]
        if line.strip() and _indent(line) < inner:
            if _HEAD.match(line):
                return place
            if _CLASS.match(line):
                return None
    return None


def _body_end(lines: list[bytes], docstring: int, end: int) -> int:
    inner = _indent(lines[docstring])
    for place in range(end, len(lines)):
        if lines[place].strip() and _indent(lines[place]) < inner:
            return place
    return len(lines)


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))


def first_words(lines: list[bytes], most: int = 60) -> str:
    """Return how the text of a comment begins, on one line, without marks, control characters and e-mail addresses."""
    bare = b" ".join(line[:1000].strip(_MARKS) for line in lines[:3])
    text = bare.decode("utf-8", "replace")
    words = "".join(char if char.isprintable() else " " for char in text).split()
    said = " ".join("…" if "@" in word[1:] else word for word in words)
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
