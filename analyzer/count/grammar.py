"""A language's comment and string syntax as one compiled regular expression over bytes.

Every alternative starts with a plain character (the engine then skips to the next candidate without stepping through
the code between), repeats possessively, and may also end with the line or the file: so no input takes more than
linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from analyzer.count.languages import BY_NAME
from analyzer.count.possessive import compiled
from analyzer.model.language import Island, Language, Quote

NEVER = compiled(b"(?!)")
"""Matches nowhere."""


class Kind(Enum):
    """What a token is."""

    COMMENT = auto()
    STRING = auto()
    """May go on over several lines."""
    NESTED = auto()
    """Opens a block comment that others may stand in."""
    ISLAND = auto()
    """Opens a part in another language."""
    EXIT = auto()
    """Closes the island that is being read."""


@dataclass(frozen=True, slots=True)
class Token:
    """What one group of a grammar's pattern stands for."""

    kind: Kind
    pair: re.Pattern[bytes] = NEVER
    """For NESTED: what opens (group 1) or closes such a comment; for ISLAND: what closes the island."""
    island: Island | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """How to find the comments and multi-line strings of one language."""

    pattern: re.Pattern[bytes] | None
    """Every token; None if the language has none."""
    first: re.Pattern[bytes] | None
    """A comment that counts only as the first thing on a line, at the start of the file."""
    tokens: tuple[Token | None, ...]
    """By the number of the group that matched last; strings within one line match no group."""


@cache
def grammar(name: str, exit_token: str = "") -> Grammar:
    """Return the grammar of a language; `exit_token` is a regular expression of what ends it within another."""
    language = BY_NAME[name]
    alternatives: list[str] = []
    kinds: list[Token | None] = []
    for expression, token in _tokens(language, exit_token):
        number = len(alternatives)
        own_names = re.sub(r"\(\?P([<=])(\w+)", rf"(?P\g<1>\g<2>_{number}", expression)
        alternatives.append(own_names + (f"(?P<token_{number}>)" if token else ""))
        kinds.append(token)
    if not alternatives:
        return Grammar(None, None, ())
    pattern = compiled("|".join(alternatives).encode())
    by_group: list[Token | None] = [None] * (pattern.groups + 1)
    for number, token in enumerate(kinds):
        if token:
            by_group[pattern.groupindex[f"token_{number}"]] = token
    first = _line_first(language)
    return Grammar(pattern, compiled(first.encode()) if first else None, tuple(by_group))


def _tokens(language: Language, exit_token: str) -> Iterator[tuple[str, Token | None]]:
    """Yield each token's expression and meaning; earlier ones win where both fit."""
    comment = Token(Kind.COMMENT)
    string = Token(Kind.STRING)
    if exit_token:
        yield exit_token, Token(Kind.EXIT)
    for island in language.islands:
        yield island.start, Token(Kind.ISLAND, compiled(island.end.encode()), island)
    for expression in language.skip:
        yield expression, None
    for opening, closing in language.block:
        if language.nested:
            pair = compiled(f"({re.escape(opening)})|{re.escape(closing)}".encode())
            yield re.escape(opening), Token(Kind.NESTED, pair)
        else:
            yield _block(opening, closing), comment
    for expression in language.comments:
        yield expression, comment
    for opening in language.line:
        yield _line(opening, language.continued), comment
    if first := _line_first(language):
        yield "\n" + first, comment
    for expression in language.texts:
        yield expression, string
    for quote in language.quotes:
        yield _quote(quote), string if quote.lines else None


def _line(opening: str, continued: bool) -> str:
    if continued:
        return re.escape(opening) + r"[^\n\\]*+(?:\\(?:[^\n]|\n)?+[^\n\\]*+)*+"
    return re.escape(opening) + r"[^\n]*+"


def _line_first(language: Language) -> str:
    words = [f"{''.join(_any_case(letter) for letter in word)}(?![^\\s])" for word in language.keyword]
    openings = [*map(re.escape, language.line_first), *words]
    return rf"[ \t]*+(?:{'|'.join(openings)})[^\n]*+" if openings else ""


def _any_case(letter: str) -> str:
    return f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else re.escape(letter)


def _block(opening: str, closing: str) -> str:
    head, tail = re.escape(closing[0]), re.escape(closing[1:])
    inner = rf"[^{head}]*+(?:{head}(?!{tail})[^{head}]*+)*+" if tail else rf"[^{head}]*+"
    return f"{re.escape(opening)}{inner}(?:{head}{tail})?+"


def _quote(quote: Quote) -> str:
    """Return the expression of a string: plain runs, with escapes and lone first characters of its end between them."""
    close, escape = quote.close, quote.escape
    stops = re.escape(close[0]) + re.escape(escape) + ("" if quote.lines else "\\n")
    between = []
    if escape:
        between.append(re.escape(escape) + r"(?:[^\n]|\n)?+")
    if len(close) > 1:
        between.append(f"{re.escape(close[0])}(?!{re.escape(close[1:])})")
    more = f"(?:(?:{'|'.join(between)})[^{stops}]*+)*+" if between else ""
    return f"{re.escape(quote.start)}[^{stops}]*+{more}(?:{re.escape(close)})?+"
