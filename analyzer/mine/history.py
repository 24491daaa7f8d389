"""Commits: the trunk, the order, who is whose ancestor, and what each commit says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from analyzer.mine.border import ask_git, open_repository, translated
from analyzer.mine.objects import parse, signature, subject
from analyzer.mine.odb import ObjectStore
from analyzer.mine.trailers import parse_trailers
from analyzer.mine.vulnerabilities import vulnerabilities
from analyzer.model.commit import Commit


def trunk(git_dir: Path, head: str) -> list[str]:
    """Return the hashes of the first-parent line, oldest first. Raises MineError."""
    return ask_git(git_dir, "rev-list", "--first-parent", "--reverse", head).decode().split()


def commits(git_dir: Path, head: str, known: AbstractSet[str], positions: Mapping[str, int]) -> Iterator[Commit]:
    """Yield the commits that are reachable from `head` and not `known`; parents come before their children.

    `positions`: hash -> place on the trunk. The order is git's topological one, the same for the same head. Parents
    are those that git sees: none where a shallow history ends. Raises MineError.
    """
    listing = ask_git(git_dir, "rev-list", "--topo-order", "--reverse", "--parents", head).decode()
    store = ObjectStore(git_dir)
    for line in listing.splitlines():
        sha, *parents = line.split(" ")
        if sha not in known:
            yield commit_of(store.read(sha)[1], sha, tuple(parents), positions.get(sha))


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


def is_ancestor(git_dir: Path, older: str, newer: str) -> bool:
    """Return whether `older` is `newer` or reachable from it; False if the mirror does not have `older` any more.

    Raises MineError if `newer` is missing.
    """
    with translated(git_dir, older):
        if older not in open_repository(git_dir):
            return False
    return not ask_git(git_dir, "rev-list", "--max-count=1", older, f"^{newer}")


def ancestors(git_dir: Path, sha: str) -> set[str]:
    """Return all reachable hashes, the commit's own included. Raises MineError."""
    return set(ask_git(git_dir, "rev-list", sha).decode().split())


def committed(git_dir: Path, sha: str) -> int:
    """Return the committer time of a commit, seconds since 1970 in UTC. Raises MineError."""
    headers, _message, encoding = parse(ObjectStore(git_dir).read(sha)[1])
    return signature(headers.get(b"committer", b""), encoding).time
