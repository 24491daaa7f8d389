"""Radon's raw metrics of Python source, equal to those of `radon.raw.analyze` and several times as fast.

Radon strips every line, then takes the fewest lines, beginning with the first one left, that Python's tokenizer takes
for complete, and tokenizes them anew for each line that it adds. Here one regular expression finds where such a group
of lines ends; only groups in which it meets something it does not know, and those of which Radon's own count of
logical lines has to be asked, are tokenized. So the time is linear in the length of the text, but for groups that
are not known: for these there is a budget.
"""

from __future__ import annotations

import re
import sys
import tokenize
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from radon.raw import _generate, _logical, is_single_token

from analyzer.count.possessive import compiled
from analyzer.model.python_quality import Raw

_SPLIT_TEXTS = sys.version_info >= (3, 12)
"""Whether the tokenizer takes f-strings apart, so that colons within them are colons to Radon."""
_BUDGET = 8
"""How many times its own length a source may be tokenized: enough for a few long groups, too little for a trap."""
_LEAST = 100_000

_TOKEN = compiled(
    r"""[ \t]*+(?:
    ((?:[\w.,+\-*/%&|^~<>=@][\w \t.,+\-*/%&|^~<>=@]*+|!=|:=)++)
    |(\"\"\"[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+\"\"\"
      |'''[^'\\]*+(?:(?:\\[\s\S]|'(?!''))[^'\\]*+)*+'''
      |"(?!"")[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"
      |'(?!'')[^'\\\n]*+(?:\\[^\n][^'\\\n]*+)*+')
    |(\n)
    |([(\[{])
    |([)\]}])
    |(:)
    |(\#[^\n]*+)
    |(;)
    |(\\\n(?=[^\s\#\\]))
    |([\s\S]))""",
    re.VERBOSE,
)
_PLAIN, _STRING, _LINE_END, _OPEN, _CLOSE, _COLON, _COMMENT, _SEMICOLON, _CONTINUED, _UNKNOWN = range(1, 11)
_SHAPES = " ps\n():#;\\?"
"""A letter for each of these kinds."""
_UNSEEN = str.maketrans("", "", "\n#\\")
_FORMATTED = compiled(r"(?<!\w)(?:[fFtT][rR]?|[rR][fFtT])$")
_FORMATTED_PLAINLY = compiled(r"""["']{1,3}[^"'\\]*["']{1,3}""")
_LETTERS = ("", "r", "u", "b", "br", "rb") if _SPLIT_TEXTS else ("", "r", "u", "b", "br", "rb", "f", "fr", "rf")
_PREFIXES = frozenset(
    "".join(cased) for letters in _LETTERS for cased in product(*((letter, letter.upper()) for letter in letters))
)


class _Group(NamedTuple):
    """The fewest lines that are complete."""

    lines: int
    comments: int
    lloc: int
    comment: bool
    """It is one comment and nothing else."""
    string: int
    """Lines of the string, if it is one string and nothing else; else 0."""


class _Unknown(Exception):
    """Only the tokenizer can tell."""


def raw(source: str) -> Raw | None:
    """Return what `radon.raw.analyze` returns; None where that raises SyntaxError or would take too long."""
    lines = [line.strip() for line in source.splitlines()]
    lloc = sloc = comments = multi = blank = single = first = 0
    try:
        for group in _groups(lines):
            count = group.lines
            empty = lines[first : first + count].count("") if count > 1 else not lines[first]
            first += count
            comments += group.comments
            lloc += group.lloc
            if group.comment or group.string == 1:
                single += 1
                continue
            blank += empty
            if group.string:
                multi += count - empty
            else:
                sloc += count - empty
    except (SyntaxError, tokenize.TokenError):
        return None
    return Raw(sloc + blank + multi + single, lloc, sloc, comments, multi, blank, single)


def _groups(lines: list[str]) -> Iterator[_Group]:
    """Yield the groups of all lines, one behind the other. Raises SyntaxError."""
    text = "".join(f"{line}\n" for line in lines)
    budget = _LEAST + _BUDGET * len(text)
    start = first = 0
    while start < len(text):
        try:
            group, end = _scanned(text, start)
        except _Unknown:
            group, spent = _tokenized(lines, first, budget)
            budget -= spent
            end = start + sum(len(line) + 1 for line in lines[first : first + group.lines])
        yield group
        start, first = end, first + group.lines


def _scanned(text: str, start: int) -> tuple[_Group, int]:
    """Return the group that begins at `start`, and where the next one begins; raises _Unknown."""
    shape: list[str] = []
    depth = string = 0
    for match in _TOKEN.finditer(text, start):
        kind = match.lastindex or _UNKNOWN
        if kind == _LINE_END and not depth:
            return _group(text[start : match.start(kind)], "".join(shape), string - start), match.end()
        if kind == _OPEN:
            depth += 1
        elif kind == _CLOSE:
            depth -= 1
        elif kind == _STRING:
            string = match.start(kind)
            if _SPLIT_TEXTS and _FORMATTED.search(text, max(start, string - 3), string):
                kind = _formatted(match[kind])
        # A string behind a backslash that begins a line is a matter of its own.
        if kind == _UNKNOWN or depth < 0 or (kind == _CONTINUED and not shape):
            raise _Unknown
        shape.append(_SHAPES[kind])
    raise _Unknown


def _formatted(string: str) -> int:
    if not _FORMATTED_PLAINLY.fullmatch(string):
        # Strings may stand within it, and its end is somewhere else.
        return _UNKNOWN
    # Its colons are told apart by the tokenizer, as semicolons are.
    return _SEMICOLON


def _group(text: str, shape: str, string: int) -> _Group:
    """Return what a group of this text, and of tokens of these kinds, counts; `string` is where its last one begins."""
    seen = shape.translate(_UNSEEN)
    if ";" in seen:
        # Radon counts behind the last colon of each part, but not alike in the last one and in others.
        lloc = _logical(_generate(text))
    else:
        # Nothing; a statement; one that opens a block; or two, so Radon, around a colon that is not the last.
        lloc = 0 if not seen else 1 if ":" not in seen else 2 - seen.endswith(":")
    alone = shape == "s" or (shape == "ps" and text[:string] in _PREFIXES)
    lines = text.count("\n") + 1
    return _Group(lines, shape.count("#"), lloc, shape == "#", lines if alone else 0)


def _tokenized(lines: list[str], first: int, budget: int) -> tuple[_Group, int]:
    """Return the group at a line as Radon finds it, and how much was tokenized. Raises SyntaxError, also beyond it."""
    buffer, spent = lines[first], 0
    for last in range(first + 1, len(lines) + 1):
        spent += len(buffer)
        if spent > budget:
            break
        tokens = _complete(buffer)
        if tokens:
            comments = sum(token[0] == tokenize.COMMENT for token in tokens)
            comment = is_single_token(tokenize.COMMENT, tokens)
            (start, _), (end, _) = tokens[0][2:4]
            string = end - start + 1 if is_single_token(tokenize.STRING, tokens) else 0
            return _Group(last - first, comments, _logical(tokens), comment, string), spent
        buffer = "\n".join((buffer, *lines[last : last + 1]))
    raise SyntaxError(f"line {first + 1}")


def _complete(buffer: str) -> list[Any]:
    """Return the tokens; none if the tokenizer complains."""
    try:
        tokens: list[Any] = _generate(buffer)
    except tokenize.TokenError:
        return []
    return [] if any(token[0] == tokenize.ERRORTOKEN for token in tokens) else tokens
