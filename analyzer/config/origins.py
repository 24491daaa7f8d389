"""Every value that a configuration has, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from analyzer.config import toml
from analyzer.config.schema import File, check


@dataclass(frozen=True, slots=True)
class Setting:
    """One key with its value."""

    key: str
    """As errors call it: "settings.jobs", "repository 1: url"."""
    value: object
    """None if it is not set and has no default."""
    line: int | None
    """Where it stands in the file, from 1; None for a default."""


def settings(path: Path, *, whole: bool = False) -> list[Setting]:
    """Return the settings of a file, in the order of the schema; `whole` adds defaults within lists of tables.

    Raises ConfigError as loading it does.
    """
    text = toml.read(path)
    return list(_of(check(File, toml.parse(path, text), path, text), text, (), whole))


def _of(table: BaseModel, text: str, place: toml.Place, whole: bool) -> Iterator[Setting]:
    sparse = not whole and any(isinstance(part, int) for part in place)
    for key in type(table).model_fields:
        value = getattr(table, key)
        here = (*place, key)
        if isinstance(value, BaseModel):
            yield from _of(value, text, here, whole)
        elif isinstance(value, list) and value and isinstance(value[0], BaseModel):
            for index, one in enumerate(value):
                yield from _of(one, text, (*here, index), whole)
        elif key in table.model_fields_set:
            yield Setting(_name(here), value, toml.line_of(text, here))
        elif not sparse:
            yield Setting(_name(here), value, None)


def _name(place: toml.Place) -> str:
    if len(place) > 1 and isinstance(place[1], int):
        return f"{place[0]} {place[1] + 1}: {'.'.join(str(part) for part in place[2:])}"
    return ".".join(str(part) for part in place)
