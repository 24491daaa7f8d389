"""Where in a TOML text each key stands, which tomllib tells only of what is not TOML.

The text has been read by tomllib before, so nothing here refuses anything: what cannot be read is skipped.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""Where a value stands: ("repository", 1, "branch")."""

_BASIC = r'"(?:\\.|[^"\\\n])*"'
_LITERAL = r"'[^'\n]*'"
_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[\s,]|#[^\n]*)*")
_PART = re.compile(rf"[\w-]+|{_BASIC}|{_LITERAL}")
# A long text may end with one or two quotes of its own before the three that close it.
_SCALAR = re.compile(rf'"""(?:\\.|[^\\])*?"""(?!")|\'\'\'.*?\'\'\'(?!\')|{_BASIC}|{_LITERAL}|[^,\]}}#\n]*', re.DOTALL)


@lru_cache(maxsize=1)
def positions(text: str) -> Mapping[Place, int]:
    """Return the line (from 1) on which each table, key and element of a list begins."""
    return _Reader(text).read()


class _Reader:
    """Walks over the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._found: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}

    def read(self) -> dict[Place, int]:
        table: Place = ()
        while self._pass(_BLANK) or self._at < len(self._text):
            begin = self._at
            if self._sees("["):
                table = self._head()
            elif self._at < len(self._text):
                self._pair(table)
            if self._at == begin:
                break
        return self._found

    def _head(self) -> Place:
        """Read `[table]` or `[[table]]` and return its place."""
        begin = self._at
        many = self._takes("[[")
        if not many:
            self._takes("[")
        *parents, last = self._key() or [""]
        place = (*self._inside((), parents), last)
        if many:
            self._counts[place] = self._counts.get(place, -1) + 1
        place = self._inside((), [*parents, last])
        self._note(place, begin)
        self._takes("]]" if many else "]")
        return place

    def _inside(self, place: Place, parts: list[str]) -> Place:
        """Return the place of a dotted key; a list of tables stands for its newest one."""
        for part in parts:
            place = (*place, part)
            if place in self._counts:
                place = (*place, self._counts[place])
        return place

    def _pair(self, table: Place) -> None:
        begin = self._at
        parts = self._key()
        for end in range(1, len(parts) + 1):
            self._note((*table, *parts[:end]), begin)
        if self._takes("="):
            self._value((*table, *parts))

    def _key(self) -> list[str]:
        parts: list[str] = []
        self._pass(_SPACE)
        while found := _PART.match(self._text, self._at):
            self._at = found.end()
            parts.append(_plain(found[0]))
            self._pass(_SPACE)
            if not self._takes("."):
                break
            self._pass(_SPACE)
        return parts

    def _value(self, place: Place) -> None:
        self._pass(_SPACE)
        if self._takes("["):
            self._list(place)
        elif self._takes("{"):
            self._table(place)
        else:
            self._pass(_SCALAR)

    def _list(self, place: Place) -> None:
        index = 0
        while not self._closes("]"):
            begin = self._at
            self._note((*place, index), begin)
            self._value((*place, index))
            index += 1
            if self._at == begin:
                break

    def _table(self, place: Place) -> None:
        while not self._closes("}"):
            begin = self._at
            self._pair(place)
            if self._at == begin:
                break

    def _closes(self, mark: str) -> bool:
        self._pass(_BLANK)
        return self._takes(mark) or self._at >= len(self._text)

    def _note(self, place: Place, at: int) -> None:
        self._found.setdefault(place, bisect_right(self._ends, at - 1) + 1 if at else 1)

    def _sees(self, mark: str) -> bool:
        return self._text.startswith(mark, self._at)

    def _takes(self, mark: str) -> bool:
        if self._sees(mark):
            self._at += len(mark)
            return True
        return False

    def _pass(self, pattern: re.Pattern[str]) -> bool:
        """Skip what the pattern matches; return whether that was anything."""
        found = pattern.match(self._text, self._at)
        begin, self._at = self._at, found.end() if found else self._at
        return self._at > begin


def _plain(part: str) -> str:
    """Return a part of a key without its quotes."""
    if part[0] not in "\"'":
        return part
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except tomllib.TOMLDecodeError:
        return part
