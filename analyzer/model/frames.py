"""Facts as tables: the thin wall around pandas that `store` fills and `measure` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analyzer.errors import MeasureError
from analyzer.model.docstrings import Docstrings
from analyzer.model.lines import FIELDS
from analyzer.model.moment import Moment

_OF_FILE = {"path": "str", "language": "str", "scope": "str", "problem": "str"}

COLUMNS: Mapping[str, Mapping[str, str]] = {
    # Every commit reachable from the moment, merges too, oldest first in topological order.
    "commits": {
        "commit_id": "int64",
        "sha": "str",
        "author_name": "str",
        "author_email": "str",
        "author_time": "int64",
        "author_offset": "int64",
        "committer_name": "str",
        "committer_email": "str",
        "commit_time": "int64",
        "parents": "int64",
        "position": "int64",
        "subject": "str",
    },
    # Every file change of the non-merge commits among them; lines are 0 where binary.
    "changes": {
        "commit_id": "int64",
        "path_id": "int64",
        "kind": "str",
        "added": "int64",
        "deleted": "int64",
        "binary": "bool",
    },
    # Every path that ever was.
    "paths": {"path_id": "int64", "path": "str", "scope": "str"},
    # The files of the tree at the moment, one row each; `problem` as in BlobLines. Not counted: vector 0.
    "files": {
        "path": "str",
        "language": "str",
        "scope": "str",
        "problem": "str",
        **dict.fromkeys(FIELDS, "int64"),
    },
    # What each trunk commit up to the moment changed in the line vector, by language and scope; no row for no change.
    # A commit off the trunk adds rows with position = the moment's position + 1.
    "growth": {
        "position": "int64",
        "sha": "str",
        "time": "int64",
        "language": "str",
        "scope": "str",
        **dict.fromkeys(FIELDS, "int64"),
    },
    # Files that a trunk commit up to the moment moved from the path `previous` to `path`.
    "renames": {"position": "int64", "previous": "str", "path": "str"},
    # The .mailmap at the top of the tree at the moment, if any; `problem` as in BlobFacts, the text is then empty.
    "mailmap": {"text": "str", "problem": "str"},
    "trailers": {"commit_id": "int64", "key": "str", "value": "str"},
    # Tags whose commit is reachable from the repository's head or any tag, and not later than the moment's end.
    "tags": {"name": "str", "sha": "str", "time": "int64"},
    # Public definitions and docstrings of the Python files of the tree at the moment (model/docstrings.py); `problem`
    # as in BlobFacts, the counts are then 0. Files that were not parsed yet are left out.
    "docstrings": {**_OF_FILE, **dict.fromkeys(Docstrings._fields, "int64")},
    # What the licence texts of the tree at the moment were recognised as (SPDX ids).
    "licences": {"path": "str", "licence": "str"},
}
"""Table -> column -> dtype: what `Facts` holds."""


Table = pd.DataFrame
"""What rooms that hand tables on, without looking into them, call them."""


def table(name: str, columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Return the table `name` of `COLUMNS` from columns of equal length, with its dtypes, in its column order."""
    return pd.DataFrame({column: pd.Series(columns[column], dtype=kind) for column, kind in COLUMNS[name].items()})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one repository as of one moment; only the tables that were asked for are there."""

    repository: str
    moment: Moment
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table; raises MeasureError if it was not loaded (the metric's `needs` does not name it)."""
        if name not in self.tables:
            raise MeasureError(f"the table {name!r} was not loaded for {self.repository}")
        return self.tables[name]
