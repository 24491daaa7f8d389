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


def radon_file(path: str, scope: str = "source", **figures: Any) -> Row:
    """Return what Radon says of a file of ten lines, of which eight are source, unless `figures` say otherwise."""
    head = {"path": path, "language": "Python", "scope": scope}
    usual = {"loc": 10, "sloc": 8, "comments": 1, "blank": 2, "maintainability": 50.0, "effort": 36.0}
    return {**head, **usual, **figures}


def function(path: str, name: str, line: int, complexity: int, **rest: Any) -> Row:
    """Return a function of three lines in a Python file of the source, unless `rest` says otherwise."""
    usual = {"language": "Python", "scope": "source", "end_line": line + 2, "kind": "function"}
    return {"path": path, "name": name, "line": line, "complexity": complexity, **usual, **rest}


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
    grown(0, "2019-03-10", files=1, code=12, comment=2),
    grown(1, "2020-01-15", scope="tests", files=1, code=20, comment=1, docstring_blank=1),
    grown(2, "2020-06-25", sha=_MERGE, code=-2, docstring=3, blank=4, trailing_comment=1),
    grown(2, "2020-06-25", "HTML", "documentation", sha=_MERGE, files=1, code=100, comment=4),
)
DOCSTRINGS = (
    {"path": "src/a.py", "scope": "source", "modules": 1, "classes": 2, "classes_documented": 1, "functions": 2},
    {"path": "src/deep/b.py", "scope": "tests", "modules": 1, "modules_documented": 1, "functions": 4},
)
TAGS = (
    {"name": "v0.1", "time": at("2019-03-20")},
    {"name": "1.0rc1", "time": at("2020-01-20")},
    {"name": "1.0", "time": at("2020-02-01")},
    {"name": "nightly", "time": at("2020-06-01")},
)
COMMIT_QUALITY = ({"commit_id": 1}, {"commit_id": 2}, {"commit_id": 3})
CHANGE_QUALITY = (
    {"commit_id": 1, "path_id": 1, "hunks": 1, "methods": 2, "complexity": 3, "size_low": 8, "complexity_low": 8},
    {"commit_id": 2, "path_id": 2, "hunks": 2, "methods": 1, "complexity": -1, "size_low": -2, "size_high": 4},
    {"commit_id": 3, "path_id": 1, "hunks": 4, "methods": 3, "complexity": 2, "interfacing_low": 6},
)
SYNTAX = (
    {
        "path": "src/a.py",
        "scope": "source",
        "blocks": 2,
        "complexity": 7,
        "functions": 3,
        "returns": 1,
        "arguments": 5,
        "annotated": 3,
    },
    {"path": "src/old.py", "scope": "source", "problem": "not parsed"},
    {"path": "src/deep/b.py", "scope": "tests", "blocks": 1, "complexity": 1, "functions": 1},
)


def sample(position: int, on: str, lines: int = 100, parsed: int | None = None, **figures: Any) -> Row:
    """Return a sampled tree whose lines could be parsed, all of them unless `parsed` says how many."""
    row = {"position": position, "sha": f"{position + 1:040x}", "time": at(on), "lines": lines}
    return {**row, "lines_parsed": lines if parsed is None else parsed, **figures}


SAMPLES = (
    sample(0, "2019-03-10", parsed=50, blocks=1, complexity=1, functions=1),
    sample(1, "2020-01-15", blocks=2, complexity=5, functions=3, returns=1, arguments=4, annotated=1),
    sample(
        2,
        "2020-06-25",
        sha=f"{4:040x}",
        parsed=95,
        blocks=2,
        complexity=7,
        functions=3,
        returns=1,
        arguments=5,
        annotated=3,
    ),
)
UNIQUE_LINES = (
    {"language": "", "scopes": "source", "count": 15},
    {"language": "", "scopes": "documentation tests", "count": 2},
    {"language": "", "scopes": "tests", "count": 9},
    {"language": "", "scopes": "documentation", "count": 80},
    {"language": "HTML", "scopes": "documentation", "count": 82},
    {"language": "Python", "scopes": "source", "count": 15},
    {"language": "Python", "scopes": "tests", "count": 11},
)
RADON = (
    radon_file("src/a.py", lloc=4, sloc=6, complexity=5, blocks=2, blocks_complexity=4, most_complex=3, volume=8.0),
    radon_file("src/deep/b.py", scope="tests", loc=20, sloc=20, complexity=2, maintainability=80.0, volume=2.0),
)
LIZARD = ({"path": "web/a.js", "language": "JavaScript", "scope": "source"},)
FUNCTIONS = (
    function("src/a.py", "f", 2, 1),
    function("src/a.py", "A", 5, 3, kind="class"),
    function("src/a.py", "A.m", 6, 12, kind="method"),
    function("src/deep/b.py", "test_f", 1, 1, scope="tests"),
    function("web/a.js", "(anonymous)", 1, 2, language="JavaScript"),
)
RENAMES = ({"position": 1, "previous": "b.py", "path": "src/deep/b.py"},)
EDITS = (
    {"position": 2, "path": "src/a.py", "previous": "src/a.py", "old": 6, "removed": 1, "new": 6, "added": 2},
    {"position": 1, "path": "src/deep/b.py", "previous": "b.py", "old": 0, "removed": 0, "new": 0, "added": 1},
)
MAILMAP = ({"text": "Robert <bob@example.org>\n"},)
TRAILERS = ({"commit_id": 2, "key": "Co-authored-by", "value": "Cy <cy@example.org>"},)
VULNERABILITIES = ({"commit_id": 2, "cve": "CVE-2019-12345"}, {"commit_id": 4, "cve": "CVE-2019-12345"})
LICENCES = ({"path": "LICENSE", "licence": "MIT"},)
_LIVES = (
    {"born": 590, "died": -1, "kind": "code", "scope": "source", "language": "Python", "lines": 6},
    {"born": 590, "died": 605, "kind": "code", "scope": "source", "language": "Python", "lines": 6},
    {"born": 590, "died": -1, "kind": "comment", "scope": "source", "language": "Python", "lines": 2},
    {"born": 600, "died": 602, "kind": "docstring", "scope": "tests", "language": "Python", "lines": 3},
    {"born": 605, "died": -1, "kind": "blank", "scope": "source", "language": "Python", "lines": 4},
)
LIFETIMES = tuple({**row, "written": row["born"]} for row in _LIVES)
SURVIVORS = (
    {"path": "src/a.py", "scope": "source", "language": "Python", "commit_id": 1, "code": 6, "comment": 2},
    {"path": "src/a.py", "scope": "source", "language": "Python", "commit_id": 4, "blank": 4},
)
STALE_COMMENTS = (
    {"path": "src/a.py", "scope": "source", "language": "Python", "line": 3, "changes": 5, "words": "Why"},
    {"path": "src/a.py", "scope": "source", "language": "Python", "line": 9, "changes": 4, "words": "How"},
)
END = "2020-07-01"


TABLES: dict[str, Sequence[Row]] = {
    "commits": COMMITS,
    "changes": CHANGES,
    "files": FILES,
    "growth": GROWTH,
    "licences": LICENCES,
    "docstrings": DOCSTRINGS,
    "commit_quality": COMMIT_QUALITY,
    "change_quality": CHANGE_QUALITY,
    "syntax": SYNTAX,
    "syntax_samples": SAMPLES,
    "unique_lines": UNIQUE_LINES,
    "lifetimes": LIFETIMES,
    "survivors": SURVIVORS,
    "stale_comments": STALE_COMMENTS,
    "radon": RADON,
    "lizard": LIZARD,
    "functions": FUNCTIONS,
    "tags": TAGS,
    "trailers": TRAILERS,
    "vulnerabilities": VULNERABILITIES,
    "mailmap": MAILMAP,
    "renames": RENAMES,
    "edits": EDITS,
}


def facts(*, paths: Sequence[str] = PATHS, end: str = END, **rows: Sequence[Row]) -> Facts:
    """Return facts of the repository "tiny"; what is not given is as in `TABLES`, and rows need not name every column.

    Tables that are given and are not in `TABLES` are there only then.
    """
    known = {**TABLES, **rows}
    newest = known["commits"][-1]
    known["paths"] = [{"path_id": number, "path": path, "scope": "source"} for number, path in enumerate(paths, 1)]
    tables = {name: rows_as_table(name, some) for name, some in known.items()}
    moment = Moment(newest["sha"], newest["commit_time"], newest["position"], at(end))
    return Facts("tiny", moment, tables)


def without(known: Facts, *names: str) -> Facts:
    """Return the facts as if these tables had not been read."""
    kept = {name: table for name, table in known.tables.items() if name not in names}
    return Facts(known.repository, known.moment, kept)


def rows_as_table(name: str, rows: Sequence[Row]) -> Any:
    """Return the table `name` of the facts; what a row does not name is empty, 0 or False."""
    empty = {"str": "", "int64": 0, "float64": 0.0, "bool": False}
    columns = COLUMNS[name]
    return table(name, {column: [row.get(column, empty[kind]) for row in rows] for column, kind in columns.items()})


def options(definition: Definition = OPENHUB, **rest: Any) -> Options:
    """Return options under Open Hub's definition."""
    return Options(definition, **rest)
