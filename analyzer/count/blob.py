"""Counts file contents: each item in gives exactly one row out, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analyzer.count.content import LFS_POINTER, as_text, is_binary, is_generated, language_of, told_apart
from analyzer.count.languages import BY_NAME
from analyzer.count.python_lines import PythonCounter
from analyzer.count.text_lines import text_lines
from analyzer.model.lines import BlobLines, LineVector
from analyzer.model.uncounted import Reason

COUNTER_VERSION = "2"
"""Part of the key under which counts are kept: a change that alters any count raises it."""

LARGEST = 8 * 1024 * 1024
"""Bytes; longer contents are data, whatever their name says."""
PYTHON = "Python"
NO_LANGUAGE = "-"
"""The hint of paths that hold no countable text."""

_NOTHING = LineVector()


def count_blobs(items: Iterable[tuple[str, str, bytes]]) -> Iterator[BlobLines]:
    """Yield one row for each (object id, hint, data), in their order.

    Successive versions of one path should follow each other: a Python file is then counted at the price of its change.
    """
    python = PythonCounter()
    for blob, hint, data in items:
        yield _count(blob, hint, data, python)


def unreadable(blob: str, hint: str) -> BlobLines:
    """Return the row of an object that git could not give."""
    return _uncounted(blob, hint, Reason.BROKEN_OBJECT)


def _uncounted(blob: str, hint: str, problem: str) -> BlobLines:
    return BlobLines(blob, hint, "", str(problem), False, _NOTHING)


def _count(blob: str, hint: str, data: bytes, python: PythonCounter) -> BlobLines:
    if hint == NO_LANGUAGE:
        return _uncounted(blob, hint, "")
    if len(data) > LARGEST:
        return _uncounted(blob, hint, Reason.TOO_LARGE)
    text, readable = as_text(data)
    # The pointer that git-lfs keeps in place of a large file is none of the file's text.
    if is_binary(text) or text.startswith(LFS_POINTER):
        return _uncounted(blob, hint, Reason.BINARY)
    language = told_apart(hint, text) if hint else language_of(text)
    if language not in BY_NAME:
        return _uncounted(blob, hint, Reason.UNKNOWN_LANGUAGE if text.strip() else "")
    problem = "" if readable else str(Reason.UNDECODABLE)
    vector = python.count(text) if language == PYTHON else text_lines(language, text)
    return BlobLines(blob, hint, language, problem, is_generated(language, text), vector)
