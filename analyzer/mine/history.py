"""Commits: who is whose ancestor, and what each of them says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from analyzer.mine.border import ask_git
from analyzer.mine.graph import Graph
from analyzer.mine.objects import parse, signature, subject
from analyzer.mine.odb import ObjectStore
from analyzer.mine.trailers import parse_trailers
from analyzer.mine.vulnerabilities import vulnerabilities
from analyzer.model.commit import Commit


def commits(git_dir: Path, graph: Graph, known: AbstractSet[str], positions: Mapping[str, int]) -> Iterator[Commit]:
    """Yield the commits of a graph that are not `known`, in its order.

    `positions`: hash -> place on the trunk. Raises MineError.
    """
    store = ObjectStore(git_dir)
    for sha, parents in graph.parents.items():
        if sha not in known:
            yield commit_of(store.read(sha)[1], sha, parents, positions.get(sha))


def commit_of(content: bytes, sha: str, parents: tuple[str, ...], position: int | None) -> Commit:
    """Return what the text of a commit object says."""
    headers, message, encoding = parse(content)
    return Commit(
        sha=sha,
        author=signature(headers.get(b"author", b""), encoding),
        committer=signature(headers.get(b"committer", b""), encoding),
        parents=parents,
        position=position,
        subject=subject(message),
        trailers=parse_trailers(message),
        vulnerabilities=vulnerabilities(message),
    )


def ancestors(git_dir: Path, sha: str) -> set[str]:
    """Return all reachable hashes, the commit's own included. Raises MineError."""
    return set(ask_git(git_dir, "rev-list", sha).decode().split())


def committed(git_dir: Path, sha: str) -> int:
    """Return the committer time of a commit, seconds since 1970 in UTC. Raises MineError."""
    headers, _message, encoding = parse(ObjectStore(git_dir).read(sha)[1])
    return signature(headers.get(b"committer", b""), encoding).time
