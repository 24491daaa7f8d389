"""What commits did to files, by git's own plumbing: many commits in one process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analyzer.errors import MineError
from analyzer.mine.border import decode_name
from analyzer.mine.difference import ask_differences, parse_commits, readable
from analyzer.model.change import Change


def changes(git_dir: Path, commits: Sequence[tuple[str, str | None]]) -> list[Change]:
    """Return a row for each file that the given commits changed, in their order; none for a commit without change.

    `commits`: (hash, None), compared with its only parent or, for a root, with nothing; or, for a merge on the trunk,
    (hash, first parent). A merge without one gives no rows. Renames are found as by `git log -M -l1000`. Runs one git
    process and keeps all rows in memory: call it with some hundred commits. Raises MineError.
    """
    if not commits:
        return []
    wanted = "".join(f"{sha} {parent}\n" if parent else f"{sha}\n" for sha, parent in commits)
    arguments = ("--stdin", "--root", "--always", "--numstat", "-M", "-l1000")
    fields = ask_differences(git_dir, *arguments, stdin=wanted.encode())
    rows: list[Change] = []
    seen = 0
    for sha, raws, counts in parse_commits(fields):
        seen += 1
        for letter, old, new, previous, path in raws:
            added, deleted = counts[path]
            rows.append(Change(sha, decode_name(path), readable(previous), letter, old, new, added, deleted))
    if seen != len(commits):
        raise MineError(f"git compared {seen} of {len(commits)} commits of {git_dir}", hint="look with `git fsck`")
    return rows
