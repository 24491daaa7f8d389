"""What the trunk did to single files, and what of it was made on branches that it merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, case, func, select

from analyzer.model.survival import Step, Written
from analyzer.model.uncounted import Reason
from analyzer.store import loading
from analyzer.store.owners import owners
from analyzer.store.schema import blob_lines, blobs, changes, commits, paths, words

_NOT_COUNTED = frozenset(Reason) - {Reason.UNDECODABLE}
_MOST_VERSIONS = 500
"""Of one file on one branch: of more, the last ones are looked at."""

_OLD, _NEW = blobs.alias("old"), blobs.alias("new")
_LANGUAGE, _PROBLEM = words.alias("language"), words.alias("problem")


def steps(connection: Connection, repository: int, after: int, until: int, ignored: AbstractSet[str]) -> list[Step]:
    """Return the steps of the trunk's commits behind a position, up to another, in order."""
    branches = _branches(connection, repository, after, until)
    found = []
    for number, position, sha, path, previous, old, new, language, problem, generated in loading.rows(
        connection, _trunk(repository, after, until)
    ):
        counted = language if language and not generated and problem not in _NOT_COUNTED else ""
        source = path if previous is None else previous
        branch = branches[number].versions(path) if number in branches and new else ()
        blobs_of = (_hex(old), _hex(new))
        found.append(Step(number, position, path, source, *blobs_of, counted, sha.hex() in ignored, branch))
    return found


def _hex(oid: bytes | None) -> str | None:
    return oid.hex() if oid else None


def _trunk(repository: int, after: int, until: int) -> Select[tuple[Any, ...]]:
    lines = (blob_lines.c.blob_id == changes.c.new_blob_id) & (blob_lines.c.hint_id == paths.c.hint_id)
    return (
        select(
            commits.c.commit_id,
            commits.c.position,
            commits.c.sha,
            changes.c.path_id,
            case((changes.c.kind == "R", changes.c.previous_path_id)),
            case((changes.c.kind != "C", _OLD.c.oid)),
            _NEW.c.oid,
            func.coalesce(_LANGUAGE.c.word, ""),
            func.coalesce(_PROBLEM.c.word, ""),
            blob_lines.c.generated,
        )
        .select_from(
            commits.join(changes, changes.c.commit_id == commits.c.commit_id)
            .join(paths, paths.c.path_id == changes.c.path_id)
            .outerjoin(_OLD, _OLD.c.blob_id == changes.c.old_blob_id)
            .outerjoin(_NEW, _NEW.c.blob_id == changes.c.new_blob_id)
            .outerjoin(blob_lines, lines)
            .outerjoin(_LANGUAGE, _LANGUAGE.c.word_id == blob_lines.c.language_id)
            .outerjoin(_PROBLEM, _PROBLEM.c.word_id == blob_lines.c.problem_id)
        )
        .where(commits.c.repository_id == repository, commits.c.position > after, commits.c.position <= until)
        .order_by(commits.c.position, changes.c.path_id)
    )


class _Version(NamedTuple):
    previous: int | None
    written: Written


class _Branch:
    """What one merge brought: the versions of files, by path."""

    def __init__(self) -> None:
        self._of_path: dict[int, list[_Version]] = {}

    def add(self, path: int, version: _Version) -> None:
        self._of_path.setdefault(path, []).append(version)

    def versions(self, path: int) -> tuple[Written, ...]:
        """Return the versions of the file that is at `path` in the end, oldest first, under its earlier names too."""
        found: list[Written] = []
        waiting, seen = [path], {path}
        while waiting:
            for version in self._of_path.get(waiting.pop(), ()):
                found.append(version.written)
                if version.previous is not None and version.previous not in seen:
                    seen.add(version.previous)
                    waiting.append(version.previous)
        return tuple(sorted(found, key=lambda one: one.commit)[-_MOST_VERSIONS:])


def _branches(connection: Connection, repository: int, after: int, until: int) -> Mapping[int, _Branch]:
    """Return what each merge of the trunk brought, by its number."""
    trunk = dict(
        loading.rows(
            connection,
            select(commits.c.position, commits.c.commit_id).where(
                commits.c.repository_id == repository, commits.c.position > after, commits.c.position <= until
            ),
        )
    )
    owned = owners(connection, repository)
    pairs = zip(owned.commit.tolist(), owned.position.tolist(), strict=True)
    merge_of = {commit: trunk[position] for commit, position in pairs if position in trunk}
    found: dict[int, _Branch] = {}
    for commit, path, previous, old, new in _off_trunk(connection, repository, sorted(merge_of)):
        if commit in merge_of:
            written = Written(commit, _hex(old), new.hex())
            found.setdefault(merge_of[commit], _Branch()).add(path, _Version(previous, written))
    return found


def _off_trunk(connection: Connection, repository: int, among: Sequence[int]) -> Sequence[tuple[Any, ...]]:
    if not among:
        return []
    statement = (
        select(
            commits.c.commit_id,
            changes.c.path_id,
            case((changes.c.kind == "R", changes.c.previous_path_id)),
            _OLD.c.oid,
            _NEW.c.oid,
        )
        .select_from(
            commits.join(changes, changes.c.commit_id == commits.c.commit_id)
            .join(_NEW, _NEW.c.blob_id == changes.c.new_blob_id)
            .outerjoin(_OLD, _OLD.c.blob_id == changes.c.old_blob_id)
        )
        .where(commits.c.repository_id == repository, commits.c.position.is_(None))
        .where(commits.c.commit_id.between(among[0], among[-1]))
        .order_by(commits.c.commit_id, changes.c.path_id)
    )
    return list(loading.rows(connection, statement))
