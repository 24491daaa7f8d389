"""`[[project]]`: several repositories that are to be one column, as the configuration states it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from analyzer.config.schema import ProjectTable
from analyzer.config.toml import Place, line_of
from analyzer.errors import ConfigError
from analyzer.model.project import Project
from analyzer.model.wording import listed


def projects(tables: Sequence[ProjectTable], names: Sequence[str], path: Path, text: str) -> tuple[Project, ...]:
    """Return the projects.

    `names` are those of the repositories, `path` and `text` the file: raises ConfigError with the line of a project
    whose name is taken, or that has a repository twice or one that is not in the file.
    """
    for place, message, hint in _problems(tables, names):
        raise ConfigError(f"{path}:{line_of(text, place)}: {message}", hint=hint)
    return tuple(Project(table.name, tuple(table.repositories)) for table in tables)


def _problems(tables: Sequence[ProjectTable], names: Sequence[str]) -> Iterator[tuple[Place, str, str]]:
    """Yield where, what, and what to do about it."""
    taken = {name.casefold(): f"the repository {name}" for name in names}
    for index, table in enumerate(tables):
        which = f"project {index + 1}"
        owner = taken.setdefault(table.name.casefold(), which)
        if owner != which:
            message = f"{which}: the name {table.name!r} is that of {owner}"
            yield ("project", index, "name"), message, "choose another"
        for number, wanted in enumerate(table.repositories):
            place: Place = ("project", index, "repositories")
            if wanted not in names:
                near = difflib.get_close_matches(wanted, names, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known: {listed(names)}"
                yield place, f"{which}: there is no repository {wanted!r}", hint
            if wanted in table.repositories[:number]:
                yield place, f"{which}: the repository {wanted!r} is in it twice", "name it once"
