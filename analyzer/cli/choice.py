"""Which repositories a command is about: those of the configuration, by name, or any others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analyzer.config import Configuration, adhoc, load
from analyzer.errors import ConfigError, UnknownName

USUAL = "diptych.toml"


def configuration(root: Path, given: Path | None) -> Configuration:
    """Read the configuration that was named, else that of the workspace."""
    return load(given or root / USUAL)


def choose(root: Path, given: Path | None, wanted: Sequence[str]) -> Configuration:
    """Return the configuration with only the wanted repositories: names in it, or locations; all if none is wanted.

    Without a configuration only locations will do. Raises UnknownName for a word that is neither.
    """
    place = given or root / USUAL
    found = load(place) if given or place.exists() else None
    if not wanted:
        if found is None:
            hint = f"name one with --repository, or write {root / USUAL}"
            raise ConfigError("there is no repository to read", hint=hint)
        return found
    if found is None:
        return adhoc(wanted, base=Path.cwd())
    by_name = {spec.name.casefold(): spec for spec in found.repositories}
    others = [word for word in wanted if word.casefold() not in by_name]
    for word in others:
        if not _is_location(word):
            raise UnknownName("repository", word, (spec.name for spec in found.repositories))
    # Words of the command line are relative to where the user is, those of the file to where it lies.
    elsewhere = [_anchored(word) for word in others]
    named = dict(zip(others, adhoc(elsewhere, base=Path.cwd()).repositories, strict=True))
    specs = tuple(by_name.get(word.casefold()) or named[word] for word in dict.fromkeys(wanted))
    return replace(found, repositories=specs)


def _is_location(word: str) -> bool:
    return any(mark in word for mark in "/\\:") or Path(word).exists()


def _anchored(word: str) -> str:
    path = Path(word).expanduser()
    return str(path.absolute()) if path.exists() else word
