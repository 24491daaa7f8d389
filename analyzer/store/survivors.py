"""From the lines that were followed to tables: who wrote what is there, and how long lines lasted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from analyzer.model.survival import (
    BLANK,
    CODE,
    KIND_BITS,
    KINDS,
    NO_LINES,
    Beside,
    File,
    pack,
    unpack,
)
from analyzer.model.trunk_time import EARLIEST, month_numbers, since
from analyzer.store import loading
from analyzer.store.lives import ALIVE, ours
from analyzer.store.owners import owners
from analyzer.store.quality_tables import comment_changes, line_states, stale_comments, survival
from analyzer.store.schema import blobs, commits, identities, paths
from analyzer.store.snapshot import Snapshot
from analyzer.store.trunk import Numbers


def survivors(snapshot: Snapshot) -> Mapping[str, Any]:
    """Return the table `survivors`: one row for each file and each commit that wrote lines of it."""
    lives = snapshot.lives
    there = lives.died == ALIVE
    key = lives.path[there] * (int(lives.commit.max(initial=0)) + 1) + lives.commit[there]
    groups, first, group = np.unique(key, return_index=True, return_inverse=True)
    kinds = np.zeros((len(KINDS), len(groups)), np.int64)
    np.add.at(kinds, (lives.kind[there], group), lives.number[there])
    path, commit, born = (column[there][first] for column in (lives.path, lives.commit, lives.born))
    kept = kinds.any(axis=0)
    path, commit, born, kinds = path[kept], commit[kept], born[kept], kinds[:, kept]
    order = np.lexsort((commit, snapshot.path_names[path].astype("U") if len(path) else path))
    path, commit, born, kinds = path[order], commit[order], born[order], kinds[:, order]
    names, emails = _authors(snapshot, commit)
    shas, times = _trunk(snapshot)
    return {
        **_of_paths(snapshot, path),
        "commit_id": commit,
        "sha": shas[born],
        "time": times[born],
        "author_name": names,
        "author_email": emails,
        "code": kinds[CODE],
        "comment": kinds.sum(axis=0) - kinds[CODE] - kinds[BLANK],
        "blank": kinds[BLANK],
    }


def files(snapshot: Snapshot, among: Numbers | None = None) -> list[File]:
    """Return the files of the tree whose lines were followed, with the position at which each line was written.

    `among`: numbers of paths, only files of which are wanted; None for all.
    """
    place, blob = snapshot.tree
    if among is not None:
        wanted = np.isin(snapshot.paths.path[place], among)
        place, blob = place[wanted], blob[wanted]
    row = snapshot.tree_lines.rows(blob, snapshot.paths.hint[place])
    path = snapshot.paths.path[place]
    states = loading.named(snapshot.connection, line_states.c.path_id, line_states.c.lines, path)
    oids = loading.named(snapshot.connection, blobs.c.blob_id, blobs.c.oid, blob)
    known = beside(snapshot.connection, path)
    owned = owners(snapshot.connection, snapshot.repository)
    languages = snapshot.words[snapshot.tree_lines.language[row]]
    numbers = zip(path.tolist(), blob.tolist(), languages, strict=True)
    return [
        File(
            path,
            oids[content].hex(),
            language,
            pack(owned.positions(unpack(states[path]) >> KIND_BITS)),
            known.get(path, ()),
        )
        for path, content, language in numbers
        if path in states
    ]


def beside(connection: Connection, among: Numbers) -> dict[int, list[Beside]]:
    """Return what is known beside the comments of paths, by path, in the order of lines."""
    columns = [comment_changes.c[name] for name in ("path_id", "line", "lines", "changes", "commits")]
    statement = select(*columns).order_by(comment_changes.c.path_id, comment_changes.c.line)
    found: dict[int, list[Beside]] = {}
    for path, line, lines, changes, last in loading.rows_among(connection, statement, columns[0], np.unique(among)):
        found.setdefault(path, []).append(Beside(line, lines, changes, tuple(map(int, last.split()))))
    return found


def comments(snapshot: Snapshot) -> Mapping[str, Any]:
    """Return the table `stale_comments`; none but at the commit that was looked at."""
    statement = (
        select(*(stale_comments.c[name] for name in ("path_id", "line", "written", "changes", "commits", "words")))
        .join(paths, paths.c.path_id == stale_comments.c.path_id)
        .join(survival, survival.c.repository_id == paths.c.repository_id)
        .where(paths.c.repository_id == snapshot.repository)
        .where(survival.c.comments_sha == bytes.fromhex(snapshot.moment.sha))
        .order_by(paths.c.path, stale_comments.c.line)
    )
    path, line, written, changes, last, words = loading.columns(snapshot.connection, statement)
    place = snapshot.paths.rows(np.array(path, np.int64))
    kept = ours(snapshot)[place]
    shas, times = _trunk(snapshot)
    columns = {
        **_of_paths(snapshot, place),
        "line": np.array(line, np.int64),
        "changes": np.array(changes, np.int64),
        "written": times[np.array(written, np.int64)],
        "commits": loading.texts([" ".join(shas[int(one)] for one in some.split()) for some in last]),
        "words": loading.texts(words),
    }
    return {name: column[kept] for name, column in columns.items()}


def lifetimes(snapshot: Snapshot) -> Mapping[str, Any]:
    """Return the table `lifetimes`: one row for each pair of months, kind, scope and language."""
    lives = snapshot.lives
    _, times = _trunk(snapshot)
    months = np.append(month_numbers(since(times, snapshot.moment.end)), ALIVE)
    born, died = months[lives.born], months[lives.died]
    of_paths = _of_paths(snapshot, lives.path)
    _, pair = np.unique(_pair_codes(snapshot)[lives.path], return_inverse=True)
    written = _written(snapshot, lives.commit, born)
    columns = (written, born, died, lives.kind, pair)
    low = [int(column.min(initial=0)) for column in columns]
    sizes = [int(column.max(initial=0)) - least + 1 for column, least in zip(columns, low, strict=True)]
    key = np.zeros(len(born), np.int64)
    for column, least, size in zip(columns, low, sizes, strict=True):
        key = key * size + column - least
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    lines = np.bincount(group, lives.number, len(first)).astype(np.int64) if len(first) else NO_LINES
    return {
        "written": written[first],
        "born": born[first],
        "died": died[first],
        "kind": np.array(KINDS, object)[lives.kind[first]],
        "scope": of_paths["scope"][first],
        "language": of_paths["language"][first],
        "lines": lines,
    }


def _written(snapshot: Snapshot, commit: Numbers, born: Numbers) -> Numbers:
    """Return the months in which commits were made; where one cannot be true, that in which the trunk got it."""
    statement = select(commits.c.commit_id, commits.c.commit_time).where(commits.c.repository_id == snapshot.repository)
    numbers, times = loading.integers(snapshot.connection, statement.order_by(commits.c.commit_id))
    time = times[np.searchsorted(numbers, commit)]
    believed = (time >= EARLIEST) & (time <= snapshot.moment.end)
    return np.where(believed, month_numbers(np.where(believed, time, 0)), born)


def _pair_codes(snapshot: Snapshot) -> Numbers:
    known = snapshot.paths
    return known.scope * len(snapshot.words) + known.hint


def _of_paths(snapshot: Snapshot, place: Numbers) -> dict[str, Any]:
    known, words = snapshot.paths, snapshot.words
    return {
        "path": snapshot.path_names[place],
        "scope": words[known.scope[place]],
        "language": words[known.hint[place]],
    }


def _trunk(snapshot: Snapshot) -> tuple[Any, Numbers]:
    """Return hashes and committers' times of the trunk up to the moment, by position."""
    statement = (
        select(commits.c.sha, commits.c.commit_time)
        .where(commits.c.repository_id == snapshot.repository, commits.c.position <= snapshot.moment.position)
        .order_by(commits.c.position)
    )
    shas, times = loading.columns(snapshot.connection, statement)
    return loading.texts([sha.hex() for sha in shas]), np.array(times, np.int64)


def _authors(snapshot: Snapshot, wanted: Numbers) -> tuple[Any, Any]:
    """Return names and addresses, as recorded, of the authors of commits."""
    statement = (
        select(commits.c.commit_id, identities.c.name, identities.c.email)
        .join(identities, identities.c.identity_id == commits.c.author_id)
        .where(commits.c.repository_id == snapshot.repository)
        .order_by(commits.c.commit_id)
    )
    numbers, names, emails = loading.columns(snapshot.connection, statement)
    place = np.searchsorted(np.array(numbers, np.int64), wanted)
    return loading.texts(names)[place], loading.texts(emails)[place]
