"""What carried facts left out, read from a mirror: commits as they were recorded, and the ids of old contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from analyzer.errors import MineError
from analyzer.mine.border import decode_name
from analyzer.mine.difference import ask_differences, parse_commits
from analyzer.mine.history import commit_of
from analyzer.mine.odb import ObjectStore
from analyzer.model.commit import Commit

_AT_ONCE = 1000
_MERGE = 2
_PARENT = b"\nparent "


def has_commit(git_dir: Path, sha: str) -> bool:
    """Whether a repository holds a commit."""
    return _read(ObjectStore(git_dir), sha) is not None


def commits_again(git_dir: Path, shas: Sequence[str]) -> Iterator[Commit]:
    """Yield the commits of these hashes that the mirror has; their places on the trunk are not told."""
    store = ObjectStore(git_dir)
    for sha in shas:
        content = _read(store, sha)
        if content is not None:
            yield commit_of(content, sha, (), None)


def contents_again(git_dir: Path, wanted: Sequence[tuple[str, str, bool]]) -> list[str | None]:
    """Return the object id of each content, told as (commit, path, whether it is the one after the commit).

    None where the mirror has no such. Raises MineError.
    """
    by_commit: dict[str, list[int]] = {}
    for place, (sha, _, _) in enumerate(wanted):
        by_commit.setdefault(sha, []).append(place)
    store = ObjectStore(git_dir)
    asked = [line for sha in by_commit if (line := _line(store, sha)) is not None]
    found: list[str | None] = [None] * len(wanted)
    for some in _batches(asked):
        # Renames need not be found: what a path had before and after is the same without.
        arguments = ("--stdin", "--root", "--always", "--no-renames")
        fields = ask_differences(git_dir, *arguments, stdin="".join(some).encode())
        for sha, raws, _ in parse_commits(fields):
            there = {decode_name(raw.path): raw for raw in raws}
            for place in by_commit[sha]:
                _, path, after = wanted[place]
                raw = there.get(path)
                if raw is not None:
                    found[place] = raw.new_blob if after else raw.old_blob
    return found


def _line(store: ObjectStore, sha: str) -> str | None:
    """Return a line for `git diff-tree --stdin`: a merge is compared with its first parent."""
    content = _read(store, sha)
    if content is None:
        return None
    head = content.partition(b"\n\n")[0]
    if head.count(_PARENT) < _MERGE:
        return f"{sha}\n"
    first = head.split(_PARENT)[1].partition(b"\n")[0]
    return f"{sha} {first.decode('ascii', 'replace')}\n"


def _read(store: ObjectStore, sha: str) -> bytes | None:
    try:
        return store.read(sha)[1]
    except MineError:
        return None


def _batches(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE))
