"""A name and an e-mail address as somebody recorded them, and what of them may be shown."""

from __future__ import annotations

import re
from typing import NamedTuple

UNNAMED = "(no name)"
"""Shown for a person of whom only an e-mail address is known: addresses are never shown."""

NOBODYS_ADDRESSES = frozenset(
    {"anonymous", "git", "nobody", "none", "noreply", "no-reply", "root", "test", "ubuntu", "unknown", "user", "you"}
)
"""What stands before the @ where no person is meant."""

ADDRESS = re.compile(r"(?<![^\s<>@])[^\s<>@]++@[^\s<>]++")
"""An e-mail address within a text."""
_SPACE = " \t\n\r"
_FORGES = (
    # GitHub: "login@..." at first, since 2017 "number+login@..."; GitLab: "number-login@...", on any host.
    re.compile(r"(?:(?P<number>\d+)\+)?(?P<login>[^@+]+)@(?P<host>users\.noreply\.github\.com)", re.IGNORECASE),
    re.compile(r"(?:(?P<number>\d+)-)?(?P<login>[^@]+)@(?P<host>users\.noreply\.[^@\s]+)", re.IGNORECASE),
)


class Identity(NamedTuple):
    """Who somebody said to be in one commit."""

    name: str
    email: str


class Account(NamedTuple):
    """An account of a forge that hides its owner's address."""

    host: str
    number: str
    """Stays when the account is renamed; empty if the address does not tell it."""
    login: str


def account(email: str) -> Account | None:
    """Return the account behind a forge's no-reply address; None for every other address."""
    for form in _FORGES:
        if found := form.fullmatch(email):
            return Account(found["host"].casefold(), found["number"] or "", found["login"].casefold())
    return None


def parsed(text: str) -> Identity:
    """Return who "Name <address>" names, as git splits it; a text without an address is a name."""
    before, opened, after = text.partition("<")
    email, closed, _ = after.partition(">")
    return Identity(before.strip(_SPACE), email) if opened and closed else Identity(text.strip(_SPACE), "")


def shown(name: str) -> str:
    """Return a name as it may be shown: without the addresses that some people put there."""
    return ADDRESS.sub(lambda found: masked(found[0]), name).strip() or UNNAMED


def shown_subject(subject: str) -> str:
    """Return the first line of a message as it may be shown: without addresses."""
    return shown(subject) if "@" in subject else subject


def masked(email: str) -> str:
    """Return what may be shown of an address: its first character; nothing of an empty one."""
    if not email:
        return ""
    return f"{email[0]}…@…" if "@" in email[1:] else f"{email[0]}…"
