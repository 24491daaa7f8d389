"""What makes two identities one person without anybody saying so, and what is too common to.

A false merge hides a person, and nobody sees it: so what many may share (a name of one word, an address of a site or of
no host) joins nobody, and a name alone never does.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from analyzer.measure.unions import Unions
from analyzer.model.identity import NOBODYS_ADDRESSES, Identity, account

_WORDS = 2
"""The fewest words of a name that can tell somebody: of one-word names there are many of a kind."""

_NOBODYS_WORDS = frozenset(
    {"admin", "administrator", "anonymous", "author", "bot", "build", "builder", "ci", "committer", "deploy", "dev"}
    | {"developer", "git", "github", "gitlab", "host", "local", "localhost", "me", "nobody", "no", "name", "none"}
    | {"noreply", "not", "provided", "root", "server", "service", "svn", "system", "team", "test", "the", "tester"}
    | {"ubuntu", "unknown", "user", "your"}
)
"""A name of only such words is the name of nobody."""

_NO_HOSTS = frozenset({"localhost", "local", "none", "(none)", "example.com", "example.org", "example.net", "invalid"})
_NO_HOST_ENDS = (".local", ".localdomain", ".localhost", ".(none)", ".invalid", ".lan", ".example")


def fold(name: str) -> str:
    """Return a name without regard to case and to how much space is in it."""
    return " ".join(name.casefold().split())


def address(who: Identity) -> Hashable | None:
    """Return the address whatever its case; None for one that many may have, or that is a forge's."""
    email = who.email.strip().casefold()
    local, at, host = email.rpartition("@")
    if account(email) is not None or not at or not local or not _somewhere(host):
        return None
    return None if local in NOBODYS_ADDRESSES else email


def account_number(who: Identity) -> Hashable | None:
    """Return the account of a forge by its number, which stays when the account is renamed."""
    found = account(who.email)
    return (found.host, found.number) if found and found.number else None


def login(who: Identity) -> Hashable | None:
    """Return the account of a forge by its name."""
    found = account(who.email)
    return (found.host, found.login) if found else None


def full_name(who: Identity) -> str | None:
    """Return a name that can tell a person; None for one of a single word, or of words that name nobody."""
    name = fold(who.name)
    words = name.split(" ")
    return name if len(words) >= _WORDS and "@" not in name and not _NOBODYS_WORDS.issuperset(words) else None


def name_at_domain(who: Identity) -> Hashable | None:
    """Return a full name with the domain of its address."""
    name, domain = full_name(who), who.email.strip().casefold().rpartition("@")[2]
    if name is None or "@" not in who.email or account(who.email) is not None or not _somewhere(domain):
        return None
    return name, domain


def join_hidden(unions: Unions, identities: Sequence[Identity]) -> None:
    """Join who hides behind a forge's address to the bearer of the same full name, where there is one of each."""
    hidden: dict[str, list[int]] = {}
    open_: dict[str, list[int]] = {}
    for number, who in enumerate(identities):
        name = full_name(who)
        if name is not None:
            (open_ if account(who.email) is None else hidden).setdefault(name, []).append(number)
    # All that is told first, then joined: what was joined on the way must not decide.
    found = [
        (open_[name][0], number)
        for name, numbers in hidden.items()
        if _one(unions, numbers) and _one(unions, open_.get(name, []))
        for number in numbers
    ]
    for bearer, number in found:
        unions.join(bearer, number, "same name, hidden address")


def _one(unions: Unions, numbers: Sequence[int]) -> bool:
    return len({unions.group(number) for number in numbers}) == 1


def _somewhere(host: str) -> bool:
    return bool(host) and host not in _NO_HOSTS and not host.endswith(_NO_HOST_ENDS)
