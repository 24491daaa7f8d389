"""What a column of the comparison was read from, in words: the same in the terminal and in messages."""

from __future__ import annotations

from collections.abc import Callable

from analyzer.model import wording
from analyzer.model.comparison import Column

IN_PART = "only a part of its history is there: figures marked “at least” can only rise"
"""Said of a repository whose history is incomplete."""
_SHORT_HASH = 10


def standing(
    column: Column, *, text: Callable[[str], str] = str, commit: Callable[[str], str] = str, part: str = f"; {IN_PART}"
) -> str:
    """Return commit, date and branch, of a project those of each of its repositories, and whether history is missing.

    `text` makes strangers' names, and `commit` makes hashes, what they must be where this goes to.
    """
    told = [
        f"{f'{text(one.name)} at ' if column.members else ''}commit {commit(one.sha[:_SHORT_HASH])} of "
        f"{wording.day(one.time)}, branch {text(one.branch)}"
        for one in column.standing()
    ]
    return f"{wording.listed(told)}{part if column.floor else ''}"
