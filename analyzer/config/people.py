"""`[people]` and `[[person]]`: who is one person, and what is a program, as the configuration states it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analyzer.config.places import expanded
from analyzer.config.schema import PeopleTable, PersonTable
from analyzer.config.toml import line_of
from analyzer.errors import ConfigError
from analyzer.model.mailmap import LONGEST, decoded
from analyzer.model.people import DEFAULT_ASSISTANTS, DEFAULT_BOTS, Alias, People
from analyzer.plain_file import contents


def people(table: PeopleTable, persons: Sequence[PersonTable], base: Path, path: Path, text: str) -> People:
    """Return what the user says about people.

    The mailmap is relative to `base`; `path` and `text` are the file's: raises ConfigError with the line of a mailmap
    that cannot be read, or of an alias that stands for two people.
    """
    _refuse_shared(persons, path, text)
    return People(
        mailmap=_mailmap(base / expanded(table.mailmap), path, text) if table.mailmap else "",
        bots=(*DEFAULT_BOTS, *table.bots),
        assistants=(*DEFAULT_ASSISTANTS, *table.assistants),
        persons=tuple(Alias(person.name, tuple(person.aliases)) for person in persons),
    )


def _mailmap(place: Path, path: Path, text: str) -> str:
    line = line_of(text, ("people", "mailmap"))
    try:
        return decoded(contents(place, LONGEST))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        hint = "name a text file; the path is relative to the configuration"
        raise ConfigError(f"{path}:{line}: mailmap: cannot read {place}: {reason}", hint=hint) from None


def _refuse_shared(persons: Sequence[PersonTable], path: Path, text: str) -> None:
    owners: dict[str, int] = {}
    for number, person in enumerate(persons):
        for alias in (person.name, *person.aliases):
            owner = owners.setdefault(" ".join(alias.casefold().split()), number)
            if owner != number:
                line = line_of(text, ("person", number, "name" if alias == person.name else "aliases"))
                hint = "give it to one of them"
                message = f"person {number + 1}: {alias!r} stands for person {owner + 1}, too"
                raise ConfigError(f"{path}:{line}: {message}", hint=hint)
