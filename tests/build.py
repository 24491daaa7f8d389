"""Builders of tiny facts: four commits, two people, three files, unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from analyzer.model.definition import Definition, Rule
from analyzer.model.frames import COLUMNS, Facts, table
from analyzer.model.metric import Options
from analyzer.model.moment import Moment

Row = dict[str, Any]

OPENHUB = Definition(
    module="analyzer.count.definitions.openhub",
    title="Open Hub",
    formula="comment / (code + comment)",
    docstrings="comment",
    blanks="blank",
    trailing="code",
    strings="comment",
    source="a test",
    rule=Rule(
        code={"code": 1},
        comment={"comment": 1, "docstring": 1, "string": 1},
        blank={"blank": 1, "docstring_blank": 1, "string_blank": 1},
    ),
)


def at(text: str) -> int:
    """Return "2020-07-01" or "2020-07-01 12:30:00" (UTC) as seconds since 1970."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def commit(number: int, by: str = "Ada <ada@example.org>", on: str | int = "2020-01-01", **rest: Any) -> Row:
    """Return a commit with this `commit_id`, on the trunk at `number - 1`, one parent; `rest` names other columns."""
    name, _, email = by.partition(" <")
    time = at(on) if isinstance(on, str) else on
    return {
        "commit_id": number,
        "sha": f"{number:040x}",
        "author_name": name,
        "author_email": email.rstrip(">"),
        "author_time": time,
        "committer_name": name,
        "committer_email": email.rstrip(">"),
        "commit_time": time,
        "parents": 1 if number > 1 else 0,
        "position": number - 1,
        **rest,
    }


def change(commit_id: int, path_id: int, added: int = 1, deleted: int = 0, **rest: Any) -> Row:
    """Return a change of one file by one commit."""
    return {"commit_id": commit_id, "path_id": path_id, "kind": "M", "added": added, "deleted": deleted, **rest}


def file(path: str, language: str = "Python", scope: str = "source", **vector: Any) -> Row:
    """Return a file of the tree; `vector` names fields of the line vector."""
    return {"path": path, "language": language, "scope": scope, **vector}


def grown(position: int, on: str, language: str = "Python", scope: str = "source", **vector: Any) -> Row:
    """Return what a trunk commit changed in one language and scope."""
    row = {"position": position, "sha": f"{position + 1:040x}", "time": at(on), "language": language, "scope": scope}
    return {**row, **vector}


BOB = "Bob <bob@example.org>"
COMMITS = (
    commit(1, on="2019-03-10"),
    commit(2, by=BOB, on="2020-01-15"),
    commit(3, on="2020-06-20", position=-1),
    commit(4, on="2020-06-25", position=2, parents=2),
)
PATHS = ("src/a.py", "src/deep/b.py", "page.html")
CHANGES = (change(1, 1, 10), change(2, 2, 20, 5), change(3, 1, 7, 3), change(3, 3, 4))
FILES = (
    file("src/a.py", code=10, comment=2, docstring=3, blank=4, trailing_comment=1),
    file("src/deep/b.py", scope="tests", code=20, comment=1, docstring_blank=1),
    file("page.html", "HTML", "documentation", code=100, comment=4),
    file("logo.png", "", problem="binary"),
)
_MERGE = f"{4:040x}"
GROWTH = (
    grown(0, "2019-03-10", code=12, comment=2),
    grown(1, "2020-01-15", scope="tests", code=20, comment=1, docstring_blank=1),
    grown(2, "2020-06-25", sha=_MERGE, code=-2, docstring=3, blank=4, trailing_comment=1),
    grown(2, "2020-06-25", "HTML", "documentation", sha=_MERGE, code=100, comment=4),
)
DOCSTRINGS = (
    {"path": "src/a.py", "scope": "source", "modules": 1, "classes": 2, "classes_documented": 1, "functions": 2},
    {"path": "src/deep/b.py", "scope": "tests", "modules": 1, "modules_documented": 1, "functions": 4},
)
MAILMAP = ({"text": "Robert <bob@example.org>\n"},)
TRAILERS = ({"commit_id": 2, "key": "Co-authored-by", "value": "Cy <cy@example.org>"},)
LICENCES = ({"path": "LICENSE", "licence": "MIT"},)
END = "2020-07-01"


def facts(
    *,
    commits: Sequence[Row] = COMMITS,
    changes: Sequence[Row] = CHANGES,
    paths: Sequence[str] = PATHS,
    files: Sequence[Row] = FILES,
    growth: Sequence[Row] = GROWTH,
    licences: Sequence[Row] = LICENCES,
    docstrings: Sequence[Row] = DOCSTRINGS,
    trailers: Sequence[Row] = TRAILERS,
    mailmap: Sequence[Row] = MAILMAP,
    end: str = END,
) -> Facts:
    """Return facts of the repository "tiny"; rows need not name every column."""
    newest = commits[-1]
    path_rows = [{"path_id": number, "path": path, "scope": "source"} for number, path in enumerate(paths, 1)]
    rows = {"commits": commits, "changes": changes, "paths": path_rows, "files": files, "growth": growth}
    tables = {
        name: rows_as_table(name, some)
        for name, some in {
            **rows,
            "licences": licences,
            "docstrings": docstrings,
            "trailers": trailers,
            "mailmap": mailmap,
        }.items()
    }
    moment = Moment(newest["sha"], newest["commit_time"], newest["position"], at(end))
    return Facts("tiny", moment, tables)


def rows_as_table(name: str, rows: Sequence[Row]) -> Any:
    """Return the table `name` of the facts; what a row does not name is empty, 0 or False."""
    empty = {"str": "", "int64": 0, "bool": False}
    columns = COLUMNS[name]
    return table(name, {column: [row.get(column, empty[kind]) for row in rows] for column, kind in columns.items()})


def options(definition: Definition = OPENHUB, **rest: Any) -> Options:
    """Return options under Open Hub's definition."""
    return Options(definition, **rest)
