"""From a snapshot to the tables of `Facts`: one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, Table, func, select

from analyzer.errors import ShelfError
from analyzer.model.lines import FIELDS
from analyzer.model.uncounted import Reason
from analyzer.store import contents, edits, functions, loading, recent_changes, samples, survivors, trunk
from analyzer.store.blobs import NO_LANGUAGE, is_licence_file
from analyzer.store.contents import KINDS
from analyzer.store.message_tables import vulnerabilities
from analyzer.store.schema import blob_licences, changes, commits, identities, tags, trailers
from analyzer.store.snapshot import Snapshot
from analyzer.store.tree_files import tree_files
from analyzer.store.trees import load_unique_lines

if TYPE_CHECKING:
    from analyzer.model.frames import Facts

Columns = Mapping[str, Any]
"""Column -> its values, a sequence or an array; all of equal length."""
OFF_TRUNK = -1
"""Position, in the table `commits`, of those off the trunk."""


def load(snapshot: Snapshot, name: str, needs: Iterable[str]) -> Facts:
    """Return the tables `needs` of a repository that is called `name`."""
    # pandas takes 0.3 s to import, and most of what the store does has no use for it.
    from analyzer.model.frames import Facts, table

    # These read the lines of all files that ever were, after which the files of the tree need no reading.
    wanted = sorted(set(needs), key=lambda need: (need not in ("growth", "syntax_samples"), need))
    for need in wanted:
        if need not in TABLES:
            raise ShelfError(f"a metric needs the table {need!r}, which there is not")
    return Facts(name, snapshot.moment, {need: table(need, TABLES[need](snapshot)) for need in wanted})


def _commits(snapshot: Snapshot) -> Columns:
    author, committer = identities.alias("author"), identities.alias("committer")
    statement = (
        select(
            commits.c.commit_id,
            commits.c.sha,
            author.c.name.label("author_name"),
            author.c.email.label("author_email"),
            commits.c.author_time,
            commits.c.author_offset,
            committer.c.name.label("committer_name"),
            committer.c.email.label("committer_email"),
            commits.c.commit_time,
            commits.c.parents,
            func.coalesce(commits.c.position, OFF_TRUNK).label("position"),
            commits.c.subject,
        )
        .join_from(commits, author, author.c.identity_id == commits.c.author_id)
        .join(committer, committer.c.identity_id == commits.c.committer_id)
        .where(commits.c.repository_id == snapshot.repository)
        .order_by(commits.c.commit_id)
    )
    found = dict(zip(statement.selected_columns.keys(), loading.columns(snapshot.connection, statement), strict=True))
    kept = np.isin(np.array(found["commit_id"], np.int64), snapshot.commit_ids)
    found["sha"] = [sha.hex() for sha in found["sha"]]
    return {name: np.array(column, object)[kept] for name, column in found.items()}


def _changes(snapshot: Snapshot) -> Columns:
    statement = (
        select(
            changes.c.commit_id,
            changes.c.path_id,
            func.coalesce(changes.c.previous_path_id, 0),
            func.coalesce(changes.c.added, 0),
            func.coalesce(changes.c.deleted, 0),
            changes.c.added.is_(None),
            changes.c.kind,
        )
        .join_from(commits, changes, changes.c.commit_id == commits.c.commit_id)
        .where(commits.c.repository_id == snapshot.repository, commits.c.parents < 2)
        .order_by(changes.c.commit_id, changes.c.path_id)
    )
    *numbers, kind = loading.columns(snapshot.connection, statement)
    commit_id, path_id, previous, added, deleted, binary = (np.array(column, np.int64) for column in numbers)
    kept = np.isin(commit_id, snapshot.commit_ids)
    # A copy leaves the file that it was made from.
    renamed = np.array(kind, object) == "R"
    return {
        "commit_id": commit_id[kept],
        "path_id": path_id[kept],
        "previous_id": np.where(renamed, previous, 0)[kept],
        "kind": np.array(kind, object)[kept],
        "added": added[kept],
        "deleted": deleted[kept],
        "binary": binary[kept] != 0,
    }


def _paths(snapshot: Snapshot) -> Columns:
    known = snapshot.paths
    return {"path_id": known.path, "path": snapshot.path_names, "scope": snapshot.words[known.scope]}


def _files(snapshot: Snapshot) -> Columns:
    place, blob = snapshot.tree
    lines, words, known = snapshot.tree_lines, snapshot.words, snapshot.paths
    hint = known.hint[place]
    row = np.where(known.counted[place], lines.rows(blob, hint), 0)
    problem = words[lines.problem[row]]
    # Without a row, the name says that there is nothing to count, or the content could not be read.
    problem[row == 0] = Reason.BROKEN_OBJECT.value
    problem[(row == 0) & (words[hint] == NO_LANGUAGE)] = Reason.NO_TEXT.value
    problem[~known.counted[place]] = Reason.EXCLUDED.value
    scope = trunk.scope_of(known.scope[place], lines.generated[row], snapshot.scopes)
    names = snapshot.path_names[place]
    order = np.argsort(names)
    return {
        "path": names[order],
        "language": words[lines.language[row]][order],
        "scope": words[scope][order],
        "problem": problem[order],
        **dict(zip(FIELDS, lines.vector[:, row[order]], strict=True)),
    }


def _contents(kind: str) -> Callable[[Snapshot], Columns]:
    """Return what makes the table `kind`: path, language, scope, problem, then what was found in each file."""

    def load(snapshot: Snapshot) -> Columns:
        kept = KINDS[kind]
        files = tree_files(snapshot, kept.languages)
        found = contents.found(snapshot.connection, kept, files.contents)
        rows = [(*file, *found[blob]) for *file, blob in files.rows() if blob in found]
        names = ("path", "language", "scope", "problem", *kept.fields)
        return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())

    return load


def _growth(snapshot: Snapshot) -> Columns:
    if snapshot.branch or snapshot.excluded is not None:
        return _grown(snapshot)
    # What changed since the last refresh is told by that of the head, which the comparison has loaded before.
    key = (snapshot.repository, snapshot.moment.sha, snapshot.moment.position)
    return snapshot.kept("growth", key, lambda: _grown(snapshot))


def _grown(snapshot: Snapshot) -> Columns:
    moment = snapshot.moment
    grown = trunk.growth(snapshot.moves, snapshot.paths, snapshot.lines, snapshot.scopes)
    statement = (
        select(commits.c.position, commits.c.commit_time, commits.c.sha)
        .where(commits.c.repository_id == snapshot.repository, commits.c.position <= moment.position)
        .order_by(commits.c.position)
    )
    positions, times, raw = loading.columns(snapshot.connection, statement)
    # The branch, if any, stands behind the last trunk commit.
    shas = loading.texts([*(sha.hex() for sha in raw), moment.sha])
    place = np.searchsorted(np.array([*positions, moment.position + 1], np.int64), grown.position)
    columns = {
        "position": grown.position,
        "sha": shas[place],
        "time": np.array([*times, moment.time], np.int64)[place],
        "language": snapshot.words[grown.language],
        "scope": snapshot.words[grown.scope],
        "files": grown.files,
        **dict(zip(FIELDS, grown.vector, strict=True)),
    }
    # Images and the like have no lines: that they came is no growth of what is counted.
    counted = columns["language"] != ""
    return {name: column[counted] for name, column in columns.items()}


def _renames(snapshot: Snapshot) -> Columns:
    moves, known = snapshot.moves, snapshot.paths
    moved = np.flatnonzero(moves.old_path != moves.path)
    return {
        "position": moves.position[moved],
        "previous": snapshot.path_names[known.rows(moves.old_path[moved])],
        "path": snapshot.path_names[known.rows(moves.path[moved])],
    }


def _said(table: Table, *names: str) -> Callable[[Snapshot], Columns]:
    """Return what makes a table of what messages say, in their order."""

    def load(snapshot: Snapshot) -> Columns:
        columns = ("commit_id", *names)
        statement = (
            select(*(table.c[name] for name in columns))
            .join_from(commits, table, table.c.commit_id == commits.c.commit_id)
            .where(commits.c.repository_id == snapshot.repository)
            .order_by(table.c.commit_id, table.c.ordinal)
        )
        found = loading.columns(snapshot.connection, statement)
        kept = np.isin(np.array(found[0], np.int64), snapshot.commit_ids)
        return {name: np.array(column, object)[kept] for name, column in zip(columns, found, strict=True)}

    return load


def _tags(snapshot: Snapshot) -> Columns:
    statement = (
        select(tags.c.name, tags.c.sha, tags.c.time)
        .where(tags.c.repository_id == snapshot.repository, tags.c.time <= snapshot.moment.end)
        .order_by(tags.c.time, tags.c.name)
    )
    name, sha, time = loading.columns(snapshot.connection, statement)
    return {"name": name, "sha": [raw.hex() for raw in sha], "time": time, "repository": [""] * len(name)}


def _licences(snapshot: Snapshot) -> Columns:
    place, blob = snapshot.tree
    names = snapshot.path_names[place]
    texts = sorted((name, number) for name, number in zip(names, blob.tolist(), strict=True) if is_licence_file(name))
    found = [(name, licence) for name, number in texts for licence in _licences_of(snapshot.connection, number)]
    return {"path": [name for name, _licence in found], "licence": [licence for _name, licence in found]}


def _licences_of(connection: Connection, blob: int) -> list[str]:
    statement = select(blob_licences.c.licence).where(blob_licences.c.blob_id == blob, blob_licences.c.licence != "")
    return list(connection.execute(statement.order_by(blob_licences.c.ordinal)).scalars())


def _mailmap(snapshot: Snapshot) -> Columns:
    kind = KINDS["mailmap"]
    read = contents.found(snapshot.connection, kind, contents.contents_at(snapshot, kind.path))
    return {
        "text": [text for _problem, text in read.values()],
        "problem": [problem for problem, _text in read.values()],
    }


TABLES: Mapping[str, Callable[[Snapshot], Columns]] = MappingProxyType(
    {
        "commits": _commits,
        "changes": _changes,
        "paths": _paths,
        "files": _files,
        **{name: _contents(name) for name, kind in KINDS.items() if kind.languages},
        "mailmap": _mailmap,
        "lizard": functions.counted,
        "functions": functions.listed,
        "growth": _growth,
        "syntax_samples": samples.load,
        "unique_lines": load_unique_lines,
        "renames": _renames,
        "trailers": _said(trailers, "key", "value"),
        "vulnerabilities": _said(vulnerabilities, "cve"),
        "tags": _tags,
        "licences": _licences,
        "commit_quality": recent_changes.commits_looked_at,
        "change_quality": recent_changes.files_looked_at,
        "survivors": survivors.survivors,
        "lifetimes": survivors.lifetimes,
        "stale_comments": survivors.comments,
        "edits": edits.table,
    }
)
