"""Mailmaps, read as git reads them: which name and address somebody wants to be known by (gitmailmap(5))."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import NamedTuple

from analyzer.model.identity import Identity

LONGEST = 1 << 20
"""Bytes of a mailmap that is read; the longest known ones have a twentieth of that."""

# What git calls space, whatever the locale.
_SPACE = " \t\n\r"
# Git compares without regard to case, but only that of ASCII.
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class _Proper(NamedTuple):
    """What an entry puts in place of a recorded name and address; None leaves that as it is."""

    name: str | None
    email: str | None


class Mailmap:
    """The entries of one or more mailmaps; where two speak of the same identity, the later one wins."""

    def __init__(self, *texts: str) -> None:
        self._plain: dict[str, _Proper] = {}
        self._named: dict[str, dict[str, _Proper]] = {}
        for text in texts:
            for proper, name, email in _entries(text):
                self._add(proper, name, email)

    def __bool__(self) -> bool:
        return bool(self._plain or self._named)

    def proper(self, recorded: Identity) -> Identity:
        """Return the identity that stands in place of a recorded one, as `git check-mailmap` prints it."""
        email = recorded.email.translate(_LOWER)
        found = self._named.get(email, {}).get(recorded.name.translate(_LOWER)) or self._plain.get(email)
        if found is None:
            return recorded
        name, address = found
        return Identity(recorded.name if name is None else name, recorded.email if address is None else address)

    def names(self, recorded: Identity) -> bool:
        """Whether an entry is for this name and address, not for the address alone."""
        return recorded.name.translate(_LOWER) in self._named.get(recorded.email.translate(_LOWER), {})

    def _add(self, proper: _Proper, name: str | None, email: str) -> None:
        key = email.translate(_LOWER)
        if name is not None:
            self._named.setdefault(key, {})[name.translate(_LOWER)] = proper
            return
        # An entry for an address adds to an earlier one; an entry for a name and an address replaces it.
        before = self._plain.get(key, _Proper(None, None))
        merged = (new if new is not None else old for new, old in zip(proper, before, strict=True))
        self._plain[key] = _Proper(*merged)


def decoded(content: bytes) -> str:
    """Return the text of a mailmap, line by line UTF-8, else Latin-1; git reads no further than a NUL."""
    return "\n".join(_line(line) for line in content.partition(b"\0")[0].split(b"\n"))


def _line(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def bare(text: str) -> str:
    """Return a mailmap without its remarks: what git reads of each line, and no line that people read as a remark."""
    return "\n".join(_read(line) for line in text.split("\n") if not line.lstrip().startswith("#"))


def _read(line: str) -> str:
    _, email, rest = _ident(line, nameless=False)
    if email is None:
        return ""
    _, old, behind = _ident(rest, nameless=True)
    return line.removesuffix(rest if old is None else behind)


def _entries(text: str) -> Iterator[tuple[_Proper, str | None, str]]:
    """Yield (what is proper, recorded name or None for any, recorded address) of each line that git understands."""
    for line in text.split("\n"):
        if line.startswith("#"):
            continue
        name, email, rest = _ident(line, nameless=False)
        if email is None:
            continue
        other, old, _ = _ident(rest, nameless=True)
        if old is None:
            yield _Proper(name, None), None, email
        else:
            yield _Proper(name, email), other, old


def _ident(text: str, *, nameless: bool) -> tuple[str | None, str | None, str]:
    """Return (name, address, what follows) of "Name <address>"; `nameless` allows "<>" as an address."""
    before, opened, after = text.partition("<")
    email, closed, rest = after.partition(">")
    if not opened or not closed or not (email or nameless):
        return None, None, ""
    return before.strip(_SPACE) or None, email, rest
