"""What a file of facts says of comments: looked through before it is believed."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from analyzer.errors import FactsDamaged
from analyzer.model.carried import Columns, Numbers, Tables
from analyzer.store.carried_lines import MOST_LINES
from analyzer.store.quality_tables import comment_changes, stale_comments

_POSITIONS = re.compile(r"\d{1,9}( \d{1,9})*", re.ASCII)


def check(tables: Tables) -> None:
    """Raise FactsDamaged for comments that cannot be: in no line, changed by no commit, or by one that there is not."""
    end = max((int(position) for position in tables["commits"]["position"]), default=-1) + 1
    stale, changed = (tables[table.name] for table in (stale_comments, comment_changes))
    for columns in (stale, changed):
        if (_numbers(columns, "changes") < 1).any() or not all(_known(text, end) for text in columns["commits"]):
            raise FactsDamaged("code beside a comment was changed by commits that there are not")
    written, line = _numbers(stale, "written"), _numbers(stale, "line")
    if ((written < 0) | (written >= end) | (line < 1) | (line > MOST_LINES)).any():
        raise FactsDamaged("a comment was written by a commit that there is not, or is in no line")
    first, lines = _numbers(changed, "line"), _numbers(changed, "lines")
    # Each by itself, so that no sum can overflow.
    if ((first < 0) | (first > MOST_LINES) | (lines < 1) | (lines > MOST_LINES)).any():
        raise FactsDamaged("a comment has lines that no file has")


def _numbers(columns: Columns, name: str) -> Numbers:
    return np.array(columns[name], np.int64)


def _known(text: Any, end: int) -> bool:  # noqa: ANN401  # what the file holds
    found = isinstance(text, str) and _POSITIONS.fullmatch(text)
    return bool(found) and all(int(position) < end for position in text.split())
