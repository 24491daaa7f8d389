"""Facts as tables: the thin wall around pandas that `store` fills and `measure` reads."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analyzer.errors import MeasureError
from analyzer.model.change_quality import Profile
from analyzer.model.docstrings import Docstrings
from analyzer.model.lines import FIELDS
from analyzer.model.moment import Moment
from analyzer.model.python_quality import REAL, PythonQuality
from analyzer.model.syntax import Syntax

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
    # Every file change of the non-merge commits among them; lines are 0 where binary. `previous_id` is the path before
    # a rename, 0 without one.
    "changes": {
        "commit_id": "int64",
        "path_id": "int64",
        "previous_id": "int64",
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
    # What each trunk commit up to the moment changed in files of known language and their line vector, by language and
    # scope; `files` is how many more, or fewer if negative; no row for no change.
    # A commit off the trunk adds rows with position = the moment's position + 1.
    "growth": {
        "position": "int64",
        "sha": "str",
        "time": "int64",
        "language": "str",
        "scope": "str",
        "files": "int64",
        **dict.fromkeys(FIELDS, "int64"),
    },
    # Files that a trunk commit up to the moment moved from the path `previous` to `path`.
    "renames": {"position": "int64", "previous": "str", "path": "str"},
    # The .mailmap at the top of the tree at the moment, if any; `problem` as in BlobFacts, the text is then empty.
    "mailmap": {"text": "str", "problem": "str"},
    "trailers": {"commit_id": "int64", "key": "str", "value": "str"},
    # The CVE numbers that the message of each commit names, each once, such as "CVE-2024-12345".
    "vulnerabilities": {"commit_id": "int64", "cve": "str"},
    # Tags whose commit is reachable from the repository's head or any tag, and not later than the moment's end.
    # `repository` is empty but in the facts of a project: there it is whose tag it is.
    "tags": {"name": "str", "sha": "str", "time": "int64", "repository": "str"},
    # Public definitions and docstrings of the Python files of the tree at the moment (model/docstrings.py); `problem`
    # as in BlobFacts, the counts are then 0. Files that were not parsed yet are left out.
    "docstrings": {**_OF_FILE, **dict.fromkeys(Docstrings._fields, "int64")},
    # Functions of the Python files of the tree at the moment (model/syntax.py), likewise; those of scope source, and
    # any other that was parsed by chance.
    "syntax": {**_OF_FILE, **dict.fromkeys(Syntax._fields, "int64")},
    # The same summed over Python source in sampled trees of the trunk (store/samples.py), oldest first, the last one
    # the moment's; with their files and lines, and how many of these could be parsed.
    "syntax_samples": {
        "position": "int64",
        "sha": "str",
        "time": "int64",
        "files": "int64",
        "files_parsed": "int64",
        "lines": "int64",
        "lines_parsed": "int64",
        **dict.fromkeys(Syntax._fields, "int64"),
    },
    # How many different lines the files of the tree at the moment have, by language ("" for all together) and by where
    # these lines are (model/unique_lines.py).
    "unique_lines": {"language": "str", "scopes": "str", "count": "int64"},
    # Who wrote the lines of the tree at the moment: how many of each file by each commit, blank ones too. Only files
    # that are counted, and neither vendored nor generated. `sha` and `time` are those of the trunk's commit that
    # brought them (a merge, for a branch), `commit_id` and the author are of the commit that wrote them. `path`,
    # `scope` and `language` (that the path implies) are those that the lines had last; `comment` includes docstrings,
    # and a line is of the kind that it was written as. A moment off the trunk has no rows.
    "survivors": {
        "path": "str",
        "scope": "str",
        "language": "str",
        "commit_id": "int64",
        "sha": "str",
        "time": "int64",
        "author_name": "str",
        "author_email": "str",
        "code": "int64",
        "comment": "int64",
        "blank": "int64",
    },
    # Every line that the trunk had up to the moment, in groups: months (counted from January 1970, UTC) in which it
    # was written, and in which the trunk got and lost it, -1 for what is still there. `kind`: blank, code, comment or
    # docstring, as it was written. Below zero are lines that came in `died` by a commit that blame passes over, but
    # count as born earlier: they were not there in between.
    "lifetimes": {
        "written": "int64",
        "born": "int64",
        "died": "int64",
        "kind": "str",
        "scope": "str",
        "language": "str",
        "lines": "int64",
    },
    # Comments and docstrings that stand by code which was changed later (count/comment_blocks.py says by which):
    # `changes` is by how many commits of the trunk, `commits` are the hashes of the last three, oldest first, with
    # spaces between. `line` is the first one, `words` how it begins, `written` when it was last changed. Only at the
    # head.
    "stale_comments": {
        "path": "str",
        "scope": "str",
        "language": "str",
        "line": "int64",
        "changes": "int64",
        "written": "int64",
        "commits": "str",
        "words": "str",
    },
    # What Radon says of the Python files of the tree at the moment (model/python_quality.py); likewise.
    "radon": {
        **_OF_FILE,
        **{field: "float64" if field in REAL else "int64" for field in PythonQuality._fields},
    },
    # The files in other languages whose functions Lizard was asked for, vendored and generated ones left out.
    "lizard": _OF_FILE,
    # The functions, methods and classes of both (model/functions.py), by path and line.
    "functions": {
        "path": "str",
        "language": "str",
        "scope": "str",
        "name": "str",
        "line": "int64",
        "end_line": "int64",
        "complexity": "int64",
        "kind": "str",
    },
    # How program files changed along the trunk in the last twelve months, newest first: a row for each hunk (see
    # model/edit.py) of `path`, which was called `previous` before; `WHOLE` where it is new. A moment off the trunk as
    # in `growth`.
    "edits": {
        "position": "int64",
        "path": "str",
        "previous": "str",
        "old": "int64",
        "removed": "int64",
        "new": "int64",
        "added": "int64",
    },
    # What the licence texts of the tree at the moment were recognised as (SPDX ids).
    "licences": {"path": "str", "licence": "str"},
    # The recent non-merge commits (as far back as `[quality]` says) that PyDriller looked at; `problem` as in
    # CommitQuality.
    "commit_quality": {"commit_id": "int64", "problem": "str"},
    # Their files in languages that it reads (model/change_quality.py); 0 where there is a `problem`.
    "change_quality": {
        "commit_id": "int64",
        "path_id": "int64",
        "problem": "str",
        **dict.fromkeys(Profile._fields, "int64"),
    },
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
    derived: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was made of the tables and may be asked for again (measure/derived.py)."""

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table; raises MeasureError if it was not loaded (the metric's `needs` does not name it)."""
        if name not in self.tables:
            raise MeasureError(f"the table {name!r} was not loaded for {self.repository}")
        return self.tables[name]

    def get(self, name: str) -> pd.DataFrame | None:
        """Return a table that a metric reads where it is there (its `uses`), else None."""
        return self.tables.get(name)
