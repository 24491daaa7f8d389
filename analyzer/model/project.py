"""Several repositories that are looked at as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """A column of the comparison that is made of several repositories."""

    name: str
    """The column's head; unlike that of any repository or other project."""
    repositories: tuple[str, ...]
    """Names of its repositories, each once; a project of one is that repository under another name."""


def heads(repositories: Sequence[str], projects: Sequence[Project]) -> tuple[str, ...]:
    """Return the heads of the columns: repositories in no project, and projects where their first repository stands."""
    inside = {name for project in projects for name in project.repositories}
    found: dict[str, None] = {}
    for name in repositories:
        found |= dict.fromkeys(project.name for project in projects if name in project.repositories)
        if name not in inside:
            found[name] = None
    return tuple(found)
