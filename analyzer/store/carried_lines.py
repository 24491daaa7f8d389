"""Single lines, as far as they were followed: carried with the numbers of commits and paths told anew."""

from __future__ import annotations

from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from analyzer.errors import FactsDamaged
from analyzer.model.carried import Column, Columns, Numbers, Tables
from analyzer.model.survival import KIND_BITS, Deaths, pack_deaths, pack_runs, unpack_deaths, unpack_runs
from analyzer.store import loading
from analyzer.store.carried_rows import Numbering
from analyzer.store.carrying import Reading
from analyzer.store.quality_tables import line_deaths, line_states, survival
from analyzer.store.schema import commits, paths

_KIND = (1 << KIND_BITS) - 1
MOST_LINES = 1 << 23
"""Of one file: contents of more than 8 MiB are not counted (count/blob.py), and a line takes a byte."""


def read(reading: Reading) -> Tables:
    """Return the tables `survival`, `line_runs`, `line_files` and `line_deaths`; empty where nothing was followed."""
    names = ("position", "version", "rules", "sha", "comments_sha")
    statement = select(*(survival.c[name] for name in names))
    row = reading.connection.execute(statement.where(survival.c.repository_id == reading.repository)).first()
    if row is None:
        return {}
    return {
        "survival": {
            "position": np.array([row[0]], np.int64),
            "version": [row[1]],
            "rules": [row[2]],
            "comments": np.array([int(row[3] == row[4])], np.int64),
        },
        **_states(reading),
        "line_deaths": _deaths(reading),
    }


def _states(reading: Reading) -> Tables:
    mine = select(line_states.c.path_id, line_states.c.lines).join(paths, paths.c.path_id == line_states.c.path_id)
    mine = mine.where(paths.c.repository_id == reading.repository)
    found = [(path, *unpack_runs(lines)) for path, lines in loading.rows(reading.connection, mine)]
    place = reading.places("paths", np.array([one[0] for one in found], np.int64))
    found = [found[row] for row in np.argsort(place)]
    lines, lengths = (_joined([one[part] for one in found]) for part in (1, 2))
    return {
        "line_files": {
            "path_id": np.sort(place),
            "runs": np.array([len(one[1]) for one in found], np.int64),
        },
        "line_runs": {
            "commit_id": reading.places("commits", lines >> KIND_BITS),
            "kind": lines & _KIND,
            "length": lengths,
        },
    }


def _deaths(reading: Reading) -> Columns:
    mine = select(line_deaths.c.deaths).where(line_deaths.c.repository_id == reading.repository)
    parts = [unpack_deaths(one) for (one,) in loading.rows(reading.connection, mine.order_by(line_deaths.c.ordinal))]
    columns = [_joined([part[place] for part in parts]) for place in range(len(Deaths._fields))]
    whole = Deaths(*columns)
    path = reading.places("paths", whole.path)
    line = reading.places("commits", whole.line >> KIND_BITS)
    died = reading.places("commits", whole.died)
    # By path and time, where neighbours are alike; those of one fate together, however they were written.
    kind = whole.line & _KIND
    order = np.lexsort((kind, line, died, path))
    keys = np.stack([line, kind, died, path])[:, order]
    first = np.flatnonzero(np.append(True, (np.diff(keys) != 0).any(axis=0))[: len(order)])
    number = np.add.reduceat(whole.number[order], first) if len(first) else whole.number
    found: dict[str, Column] = dict(zip(("commit_id", "kind", "died", "path_id"), keys[:, first], strict=True))
    return {**found, "number": number}


def write(connection: Connection, repository: int, numbering: Numbering, tables: Tables) -> None:
    """Store what was followed, if anything was; the newest commit of it is the carried head."""
    if "survival" not in tables:
        return
    told = tables["survival"]
    position, version, rules, comments = (_only(told, name) for name in ("position", "version", "rules", "comments"))
    mine = select(commits.c.sha).where(commits.c.repository_id == repository, commits.c.position == int(position))
    sha = connection.execute(mine).scalar()
    if sha is None or not isinstance(version, str) or not isinstance(rules, str):
        raise FactsDamaged("lines were followed to a commit that there is not")
    known = {"sha": sha, "position": int(position), "version": version, "rules": rules}
    commented = sha if comments == 1 else None
    connection.execute(survival.insert().values(repository_id=repository, **known, comments_sha=commented))
    _write_states(connection, numbering, tables)
    _write_deaths(connection, repository, numbering, tables.get("line_deaths", {}))


def _write_states(connection: Connection, numbering: Numbering, tables: Tables) -> None:
    files, runs = tables.get("line_files", {}), tables.get("line_runs", {})
    path = numbering.of("paths", _numbers(files, "path_id"))
    many = _numbers(files, "runs")
    line = _line(numbering, runs)
    length = _numbers(runs, "length")
    # Each by itself first, so that no sum can overflow.
    if (many <= 0).any() or (many > len(line)).any() or (length <= 0).any() or (length > MOST_LINES).any():
        raise FactsDamaged("the lines of files are not as many as they should be")
    ends = many.cumsum()
    if (ends[-1] if len(ends) else 0) != len(line):
        raise FactsDamaged("the lines of files are not as many as they should be")
    if len(many) and (np.add.reduceat(length, ends - many) > MOST_LINES).any():
        raise FactsDamaged("a file has more lines than are ever followed")
    rows: list[dict[str, Any]] = [
        {"path_id": number, "lines": pack_runs(line[end - count : end], length[end - count : end])}
        for number, end, count in zip(path.tolist(), ends.tolist(), many.tolist(), strict=True)
    ]
    if rows:
        connection.execute(line_states.insert(), rows)


def _write_deaths(connection: Connection, repository: int, numbering: Numbering, columns: Columns) -> None:
    line = _line(numbering, columns)
    died, path = numbering.of("commits", _numbers(columns, "died")), numbering.of("paths", _numbers(columns, "path_id"))
    number = _numbers(columns, "number")
    if (died == 0).any() or (path == 0).any():
        raise FactsDamaged("lines died by no commit, or in no file")
    if len(line):
        deaths = pack_deaths([Deaths(line, died, path, number)])
        connection.execute(line_deaths.insert().values(repository_id=repository, ordinal=0, deaths=deaths))


def _line(numbering: Numbering, columns: Columns) -> Numbers:
    commit, kind = numbering.of("commits", _numbers(columns, "commit_id")), _numbers(columns, "kind")
    if (commit == 0).any() or (kind < 0).any() or (kind > _KIND).any():
        raise FactsDamaged("a line was written by no commit, or is of no kind")
    return (commit << KIND_BITS) + kind


def _numbers(columns: Columns, name: str) -> Numbers:
    found = columns.get(name)
    if not isinstance(found, np.ndarray) or found.dtype != np.int64:
        raise FactsDamaged(f"the column {name} of lines is missing or holds no whole numbers")
    return found.astype(np.int64, copy=False)


def _only(columns: Columns, name: str) -> Any:  # noqa: ANN401  # a number or a text
    found = columns.get(name)
    if found is None or len(found) != 1:
        raise FactsDamaged(f"it is not said {name} of what lines were followed")
    return found[0]


def _joined(parts: list[Numbers]) -> Numbers:
    return np.concatenate([np.zeros(0, np.int64), *parts])
