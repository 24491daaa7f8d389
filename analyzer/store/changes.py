"""Writing what commits did to files, and what paths are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, ScalarSelect, bindparam, select, true, update

from analyzer.model.change import Change, TreeChange
from analyzer.model.scope import PathKind
from analyzer.store.commits import commit_id
from analyzer.store.database import write_rows
from analyzer.store.dialect import insert
from analyzer.store.schema import blobs, changes, commits, paths
from analyzer.store.words import number, numbers

_ROW = ("b_sha", "b_path", "b_previous", "b_kind", "b_old", "b_new", "b_added", "b_deleted")


def add(connection: Connection, repository: int, mined: Sequence[str], batch: Sequence[Change]) -> None:
    """Store changes, and that all changes of the commits `mined` are stored now."""
    names = {name for change in batch for name in (change.path, change.previous_path) if name is not None}
    _add_paths(connection, repository, names)
    add_blobs(connection, {oid for change in batch for oid in (change.old_blob, change.new_blob) if oid})
    statement = insert(connection, changes).values(
        commit_id=commit_id(repository),
        path_id=path_id(repository, "b_path"),
        previous_path_id=path_id(repository, "b_previous"),
        kind=bindparam("b_kind"),
        old_blob_id=blob_id("b_old"),
        new_blob_id=blob_id("b_new"),
        added=bindparam("b_added"),
        deleted=bindparam("b_deleted"),
    )
    rows = [
        (bytes.fromhex(sha), path, previous, kind, _raw(old), _raw(new), added, deleted)
        for sha, path, previous, kind, old, new, added, deleted in batch
    ]
    write_rows(connection, statement.on_conflict_do_nothing(), _ROW, rows)
    done = (commits.c.repository_id == repository, commits.c.sha == bindparam("b_sha"))
    mark = update(commits).where(*done).values(mined=true())
    write_rows(connection, mark, ("b_sha",), [(bytes.fromhex(sha),) for sha in mined])


def add_tree(connection: Connection, repository: int, batch: Sequence[TreeChange]) -> None:
    """Make the paths and contents of a commit off the trunk known, so that they can be classified and counted."""
    _add_paths(connection, repository, {change.path for change in batch})
    add_blobs(connection, {oid for change in batch for oid in (change.old_blob, change.new_blob) if oid})


def _add_paths(connection: Connection, repository: int, names: Iterable[str]) -> None:
    statement = insert(connection, paths).values(repository_id=repository, path=bindparam("b_path"))
    write_rows(connection, statement.on_conflict_do_nothing(), ("b_path",), [(name,) for name in sorted(names)])


def add_blobs(connection: Connection, oids: Iterable[str]) -> None:
    """Store the object ids of contents."""
    statement = insert(connection, blobs).values(oid=bindparam("b_oid"))
    # In order: the index on the ids is then walked once from left to right, not at random.
    rows = [(bytes.fromhex(oid),) for oid in sorted(oids)]
    write_rows(connection, statement.on_conflict_do_nothing(), ("b_oid",), rows)


def _raw(oid: str | None) -> bytes | None:
    return bytes.fromhex(oid) if oid else None


def path_id(repository: int, parameter: str) -> ScalarSelect[int]:
    """Return the SQL for the number of the path that is a parameter."""
    wanted = (paths.c.repository_id == repository, paths.c.path == bindparam(parameter))
    return select(paths.c.path_id).where(*wanted).scalar_subquery()


def blob_id(parameter: str) -> ScalarSelect[int]:
    """Return the SQL for the number of the content whose object id is a parameter."""
    return select(blobs.c.blob_id).where(blobs.c.oid == bindparam(parameter)).scalar_subquery()


def unclassified(connection: Connection, repository: int, rules: str) -> list[str]:
    """Return the paths that were not classified by these rules yet, sorted."""
    statement = select(paths.c.path, paths.c.rules_id).where(paths.c.repository_id == repository)
    wanted = number(connection, rules)
    return sorted(path for path, found in connection.execute(statement) if found is None or found != wanted)


def classify(connection: Connection, repository: int, rules: str, kinds: Mapping[str, PathKind]) -> None:
    """Store what paths are."""
    known = numbers(connection, {rules, *(word for kind in kinds.values() for word in (kind.language, kind.scope))})
    wanted = (paths.c.repository_id == repository, paths.c.path == bindparam("b_path"))
    statement = (
        update(paths)
        .where(*wanted)
        .values(hint_id=bindparam("b_hint"), scope_id=bindparam("b_scope"), rules_id=known[rules])
    )
    rows = [(path, known[kind.language], known[kind.scope]) for path, kind in kinds.items()]
    write_rows(connection, statement, ("b_path", "b_hint", "b_scope"), rows)
