"""Where a line is that is there once or more: in which scopes, and in how many files of each."""

from __future__ import annotations

from collections.abc import Mapping

MANY = 2
"""More files than one are not told apart."""
_MARK = "+"


def told(files: Mapping[str, int]) -> str:
    """Return scopes by number of files as a text: "source tests+" for one file of source and several of tests."""
    return " ".join(f"{scope}{_MARK if count >= MANY else ''}" for scope, count in sorted(files.items()) if count)


def read(text: str) -> dict[str, int]:
    """Return the scopes of such a text, and in how many files of each the line is: 1, or `MANY` for more."""
    return {word.rstrip(_MARK): MANY if word.endswith(_MARK) else 1 for word in text.split()}
