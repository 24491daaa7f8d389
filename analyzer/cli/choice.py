"""Which repositories a command is about: those of the configuration, by name, or any others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analyzer.config import Configuration, adhoc, load
from analyzer.config.places import exists, expanded
from analyzer.errors import ConfigError, UnknownName
from analyzer.model.project import Project
from analyzer.model.repository import RepositorySpec

USUAL = "diptych.toml"


def configuration(root: Path, given: Path | None) -> Configuration:
    """Read the configuration that was named, else that of the workspace."""
    return _read(given or root / USUAL)


def _read(place: Path) -> Configuration:
    found = load(place)
    if found.schedule is not None:
        from analyzer.schedule.plan import plan

        plan(found.schedule, seed="")
    return found


def choose(root: Path, given: Path | None, wanted: Sequence[str]) -> Configuration:
    """Return the configuration with only the wanted columns: names in it, or locations; all if none is wanted.

    A name may be that of a project, or of a repository, which is then a column of its own. Without a configuration
    only locations will do. Raises UnknownName for a word that is neither.
    """
    place = given or root / USUAL
    found = _read(place) if given or place.exists() else None
    if not wanted:
        if found is None:
            hint = f"name one with --repository, or write {root / USUAL}"
            raise ConfigError("there is no repository to read", hint=hint)
        return found
    if found is None:
        return adhoc(wanted, base=Path.cwd())
    by_name = {spec.name.casefold(): spec for spec in found.repositories}
    projects = {project.name.casefold(): project for project in found.projects}
    others = [word for word in wanted if word.casefold() not in by_name.keys() | projects.keys()]
    for word in others:
        if not _is_location(word):
            raise UnknownName("repository", word, {*found.columns, *(spec.name for spec in found.repositories)})
    # Words of the command line are relative to where the user is, those of the file to where it lies.
    elsewhere = [_anchored(word) for word in others]
    named = dict(zip(others, adhoc(elsewhere, base=Path.cwd()).repositories, strict=True))
    chosen = [projects.get(word.casefold()) or by_name.get(word.casefold()) or named[word] for word in wanted]
    return replace(found, **_columns(chosen, by_name))


def _columns(chosen: Sequence[Project | RepositorySpec], by_name: Mapping[str, RepositorySpec]) -> dict[str, Any]:
    """Return the repositories to read, each once, and the projects that are made of them."""
    inside = {name for one in chosen if isinstance(one, Project) for name in one.repositories}
    specs: list[RepositorySpec] = []
    joined: list[Project] = []
    for one in chosen:
        if isinstance(one, Project):
            specs += [by_name[name.casefold()] for name in one.repositories]
            joined.append(one)
        else:
            specs.append(one)
            # In a project that is shown, too, it is a column of its own as a project of one.
            joined += [Project(one.name, (one.name,))] if one.name in inside else []
    return {"repositories": tuple(dict.fromkeys(specs)), "projects": tuple(dict.fromkeys(joined))}


def _is_location(word: str) -> bool:
    return any(mark in word for mark in "/\\:") or exists(Path(word))


def _anchored(word: str) -> str:
    path = expanded(word) if word.startswith("~") else Path(word)
    return str(path.absolute()) if exists(path) else word
