"""Python source -> its syntax tree, whatever a stranger wrote into it."""

from __future__ import annotations

import ast
import codecs
import inspect
import io
import sys
import tokenize
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from analyzer.count.content import as_text
from analyzer.model.uncounted import Reason

LARGEST = 512 * 1024
"""Bytes; a syntax tree can take a thousand times as much memory as its text."""
PARSER_FRAMES = 1_000
"""What Python allows a program by itself."""

_QUADRATIC = frozenset({"punycode", "idna"})
"""Codecs whose time grows with the square of the text: no source is written in them, but a hostile one may say so."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file that the running Python understands."""

    source: str
    module: ast.Module


def parsed(data: bytes | None) -> Parsed | Reason:
    """Return text and tree of a content, or why there is none; None stands for one that git could not give."""
    if data is None:
        return Reason.BROKEN_OBJECT
    if len(data) > LARGEST:
        return Reason.TOO_LARGE
    try:
        with warnings.catch_warnings(), frames(PARSER_FRAMES):
            # What Python says of strangers' escapes and comparisons is nothing to our users.
            warnings.simplefilter("ignore")
            source = _source(data)
            return Parsed(source, ast.parse(source))
    except (SyntaxError, ValueError, LookupError, OverflowError):
        return Reason.NOT_PARSED
    except (RecursionError, MemoryError, SystemError):
        # Nested deeper than the parser goes. SystemError is what some versions make of it on the way back.
        return Reason.NOT_PARSED


@contextmanager
def frames(count: int) -> Iterator[None]:
    """Let what runs in it call so deep, wherever it is called from: so the same file always ends in the same way."""
    before = sys.getrecursionlimit()
    depth, frame = 0, inspect.currentframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    sys.setrecursionlimit(depth + count)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _source(data: bytes) -> str:
    """Decode as PEP 263 says. Raises SyntaxError, LookupError or ValueError."""
    text, _ = as_text(data)
    encoding, _ = tokenize.detect_encoding(io.BytesIO(text).readline)
    if codecs.lookup(encoding).name in _QUADRATIC:
        raise ValueError(encoding)
    return text.decode(encoding)
