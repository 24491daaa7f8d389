"""PyDriller left to itself, on a copy of a repository: what ours is held to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydriller import Git, ModificationType

from analyzer.model.change_quality import CommitQuality
from tests.repos import git

LETTERS = {
    ModificationType.ADD: "A",
    ModificationType.DELETE: "D",
    ModificationType.RENAME: "R",
    ModificationType.MODIFY: "M",
}
Shares = tuple[float | None, ...]


class Told(NamedTuple):
    """What PyDriller says of one commit."""

    shares: Shares
    """`dmm_unit_size`, `dmm_unit_complexity`, `dmm_unit_interfacing`."""
    methods: dict[str, int]
    """Path -> methods changed, of the files that it reads."""
    files: dict[str, tuple[str, str | None, int, int]]
    """Path -> git's letter, the path before a rename, lines added and deleted."""


def recent(git_dir: Path, count: int) -> list[str]:
    """Return the newest commits without merges, oldest first."""
    words = ("rev-list", "--no-merges", "--reverse", f"--max-count={count}", "HEAD")
    return git(git_dir, *words).decode().split()


def copied(git_dir: Path, folder: Path) -> Path:
    """Return a copy: PyDriller writes into the configuration of what it reads."""
    return Path(shutil.copytree(git_dir, folder / "copy.git"))


def told(git_dir: Path, shas: list[str]) -> Iterator[tuple[str, Told]]:
    """Yield what PyDriller says of each commit."""
    repository = Git(str(git_dir))
    for sha in shas:
        commit = repository.get_commit(sha)
        files = commit.modified_files
        yield (
            sha,
            Told(
                (commit.dmm_unit_size, commit.dmm_unit_complexity, commit.dmm_unit_interfacing),
                {_path(file): len(file.changed_methods) for file in files if file.language_supported},
                {
                    _path(file): (
                        LETTERS[file.change_type],
                        file.old_path if file.change_type is ModificationType.RENAME else None,
                        file.added_lines,
                        file.deleted_lines,
                    )
                    for file in files
                },
            ),
        )


def _path(file) -> str:
    return file.new_path or file.old_path


def shares(found: CommitQuality) -> Shares:
    """Return our profiles of a commit as PyDriller's three figures."""
    net = [sum(file.profile[place] for file in found.files) for place in range(3, 9)]
    return tuple(_share(low, high) for low, high in zip(net[::2], net[1::2], strict=True))


def _share(low: int, high: int) -> float | None:
    good = max(low, 0) + max(-high, 0)
    total = abs(low) + abs(high)
    return good / total if total else None
