"""Short names for repositories: the heads of columns, and parts of file names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

LONGEST = 80

_NAME = re.compile(rf"\w[\w .+-]{{0,{LONGEST - 1}}}")
_SEPARATORS = re.compile(r"[/\\:@]+")


def is_name(text: str) -> bool:
    """Whether the text can be a repository's name: letters, digits, spaces, and `._+-` within."""
    return _NAME.fullmatch(text) is not None


def names(given: Sequence[tuple[str | None, str]], base: Path) -> list[str]:
    """Return one name for each (name, location); where it is None, one that no other has is made of the location."""
    taken = {name.casefold() for name, _ in given if name is not None}
    result: list[str] = []
    for name, location in given:
        chosen = name or next(one for one in _candidates(location, base) if one.casefold() not in taken)
        taken.add(chosen.casefold())
        result.append(chosen)
    return result


def duplicates(names: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Yield (index, earlier index) for each name that an earlier one equals but for its case."""
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if name is not None and seen.setdefault(name.casefold(), index) != index:
            yield index, seen[name.casefold()]


def _candidates(location: str, base: Path) -> Iterator[str]:
    """Yield "flask", then "pallets-flask", then "flask-2", "flask-3" and so on."""
    parts = _parts(location, base)
    last = _clean(parts[-1:])
    yield last
    yield _clean(parts[-2:])
    yield from (f"{last}-{number}" for number in count(2))


def _parts(location: str, base: Path) -> list[str]:
    # What stands behind a question mark may be a secret.
    plain = re.split(r"[?#]", location)[0]
    if plain.rstrip("/\\").rpartition("/")[2] in ("", ".", ".."):
        plain = os.path.realpath(base / plain)
    parts = [part.removesuffix(".git") for part in _SEPARATORS.split(plain)]
    return [part for part in parts if part.strip(" .-+")]


def _clean(parts: Sequence[str]) -> str:
    name = re.sub(r"[^\w.+-]+", "-", "-".join(parts)).strip(".+-")
    return name[:LONGEST].rstrip(".+-") or "repository"
