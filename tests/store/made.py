"""Facts made by hand: short names for hashes, commits, changes and line vectors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from analyzer.model.change import Change
from analyzer.model.commit import Commit, Signature
from analyzer.model.lines import FIELDS, BlobLines, LineVector
from analyzer.model.scope import PathKind, Scope
from analyzer.store.store import Store

ADA = Signature("Ada", "ada@example.org", 1_000, 60)


def oid(text: str) -> str:
    """Return a hash that stands for a short name."""
    return hashlib.sha1(text.encode()).hexdigest()


def commit(name: str, *parents: str, position: int | None = None, time: int = 1_000, **others: object) -> Commit:
    """Return a commit whose hash is `oid(name)`."""
    who = ADA._replace(time=time)
    made = Commit(oid(name), who, who, tuple(map(oid, parents)), position, f"Do {name}", ())
    return made._replace(**others)


def line(*names: str) -> list[Commit]:
    """Return commits that are each other's only parents, on the trunk, a second apart."""
    return [commit(name, *names[max(0, at - 1) : at], position=at, time=1_000 + at) for at, name in enumerate(names)]


def change(
    by: str, kind: str, path: str, old: str | None = None, new: str | None = None, *, previous: str | None = None
) -> Change:
    """Return a change; contents are named by short names."""
    return Change(oid(by), path, previous, kind, oid(old) if old else None, oid(new) if new else None, 3, 2)


def vector(number: int) -> LineVector:
    """Return a line vector in which each field tells the number and the field."""
    return LineVector(*(number * 100 + place for place in range(1, len(FIELDS) + 1)))


def lines(
    blob: str, number: int, *, hint: str = "Python", language: str = "", problem: str = "", generated: bool = False
) -> BlobLines:
    """Return what counting gave for the content with this short name."""
    return BlobLines(oid(blob), hint, language or hint, problem, generated, vector(number))


def kind_of(path: str) -> PathKind:
    """Return a kind by simple rules, for tests."""
    language = "Python" if path.endswith(".py") else "-" if path.endswith(".png") else ""
    return PathKind(language, Scope.TESTS if path.startswith("tests/") else Scope.SOURCE)


def mine(
    store: Store, repo: int, commits: Sequence[Commit], changes: Iterable[Change], count: Mapping[str, int]
) -> None:
    """Store commits, changes, kinds of paths, and Python line vectors of contents by short name."""
    store.add_commits(repo, commits)
    store.add_changes(repo, [commit.sha for commit in commits], list(changes))
    store.classify_paths(repo, "rules", {path: kind_of(path) for path in store.unclassified_paths(repo, "rules")})
    store.add_lines("counter", [lines(name, number) for name, number in count.items()])
