"""Which commits a commit reaches, and whose parents they are: asked of git once, for all who want to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer.mine.border import ask_git


@dataclass(frozen=True, slots=True)
class Graph:
    """A commit with all that it reaches."""

    head: str
    parents: Mapping[str, tuple[str, ...]]
    """Hash -> the hashes of its parents, those that git sees: none where a shallow history ends.

    Parents come before their children, in git's topological order, the same for the same head.
    """

    def trunk(self) -> list[str]:
        """Return the hashes of the first-parent line, oldest first."""
        found, parents = [self.head], self.parents[self.head]
        while parents:
            found.append(parents[0])
            parents = self.parents[parents[0]]
        return found[::-1]


def read_graph(git_dir: Path, head: str) -> Graph:
    """Return the commits that are reachable from `head` (full hash), itself included. Raises MineError."""
    listing = ask_git(git_dir, "rev-list", "--topo-order", "--reverse", "--parents", head).decode()
    lines = (line.split(" ") for line in listing.splitlines())
    return Graph(head, {sha: tuple(parents) for sha, *parents in lines})
