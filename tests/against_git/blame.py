"""Lines as they were followed, beside what git's own blame says of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from analyzer import pipeline
from analyzer.model.repository import RepositorySpec
from analyzer.model.survival import KIND_BITS, unpack
from analyzer.session import Session
from analyzer.store.store import Store
from tests.repos import git


def followed(session: Session, git_dir: Path, base: Path) -> dict[str, list[str]]:
    """Return path -> hash of the trunk's commit that each line is ascribed to, at the head."""
    pipeline.refresh(session, [RepositorySpec("one", git_dir.as_uri())], base=base)
    with Store.open(session.workspace.database) as store:
        ((location, name, _),) = store.repositories()
        repository = store.repository(location, name)
        return lines_of(store, repository)


def lines_of(store: Store, repository: int) -> dict[str, list[str]]:
    """Return the same for a repository of a store."""
    states, brought = store.lines.everything(repository)
    return {path: [brought[line >> KIND_BITS] for line in unpack(packed)] for path, packed in sorted(states.items())}


def blamed(git_dir: Path, head: str, path: str, *options: str) -> list[str]:
    """Return the hash of each line by `git blame --first-parent`."""
    words = ("blame", "--first-parent", "--root", "-l", "-s", *options, head, "--", path)
    return [line[:40].decode() for line in git(git_dir, *words).split(b"\n") if line]


def differing(git_dir: Path, head: str, found: Mapping[str, list[str]], *options: str) -> dict[str, tuple[int, int]]:
    """Return path -> (lines ascribed otherwise, lines) of every file with such lines."""
    wrong = {}
    for path, lines in found.items():
        expected = blamed(git_dir, head, path, *options)
        assert len(lines) == len(expected), path
        count = sum(1 for one, other in zip(lines, expected, strict=True) if one != other)
        if count:
            wrong[path] = (count, len(lines))
    return wrong
