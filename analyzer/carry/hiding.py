"""Addresses of people -> stand-ins that tell the same people apart, by every rule, and nobody's address to a reader.

A stand-in keeps what rules look at: the domain, how an address is built (a forge's number and login, what stands behind
a plus), which addresses are equal but for their case, and the first character, which listings show anyway. The rest is
a hash under a key that stays in the cache of whoever exports. Addresses that programs, or nobody, commit under stay.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Callable

from analyzer.model.identity import ADDRESS, NOBODYS_ADDRESSES, account, shown_subject
from analyzer.model.mailmap import bare
from analyzer.model.people import Patterns, People

_MARK = "~"
_LETTERS = 12
"""Of base 32: 60 bits, so that of a million addresses two are taken for one with a chance of one to two million."""
_DIGITS = 11
_HIDDEN = re.compile(rf".?{_MARK}[a-z2-7]{{{_LETTERS}}}", re.IGNORECASE | re.DOTALL)
_BRACKETED = re.compile(r"<([^<>]*)>")


class Hiding:
    """The stand-ins under one key; programs are told by the patterns of whoever exports."""

    def __init__(self, key: bytes, people: People) -> None:
        self._key = key
        self._programs = Patterns((*people.assistants, *people.bots))

    def email(self, email: str) -> str:
        """Return what stands for an address; it is the same for addresses that differ in nothing."""
        core = email.strip()
        if not core:
            return email
        lead = email[: len(email) - len(email.lstrip())]
        return f"{lead}{self._core(core)}{email[len(lead) + len(core) :]}"

    def name(self, name: str) -> str:
        """Return a name with stand-ins in place of the addresses that some people put there."""
        return ADDRESS.sub(lambda found: self.email(found[0]), name)

    def trailer(self, value: str) -> str:
        """Return a trailer's value ("Name <address>", or whatever stands there) with stand-ins for addresses."""
        return _outside(value, self.name, self.email)

    def mailmap(self, text: str) -> str:
        """Return the entries of a mailmap with stand-ins for addresses; its remarks, which are prose, are left out."""
        return "\n".join(self.trailer(line) for line in bare(text).split("\n"))

    def subject(self, subject: str) -> str:
        """Return the first line of a message as it may be shown."""
        return shown_subject(subject)

    def _core(self, email: str) -> str:
        local, at, domain = email.rpartition("@") if "@" in email else (email, "", "")
        forge = account(email)
        if self._programs.match([email, *([forge.login] if forge else [])]):
            return email
        if local.casefold() in NOBODYS_ADDRESSES or not local:
            return email
        if forge is not None:
            return f"{self._of_forge(local, forge.number, forge.host)}{at}{domain}"
        where = domain.casefold().rstrip(".")
        parts = (self._part(part, where) for part in local.split("+", 1))
        # With an @ of its own it is no forge's, whatever the domain, and must not become one.
        own = "@" if "@" in local else ""
        return f"{'+'.join(parts)}{own}{at}{domain}"

    def _of_forge(self, local: str, number: str, host: str) -> str:
        login = self._part(local[len(number) + 1 :] if number else local, host)
        if not number:
            return login
        digits = int.from_bytes(self._hash(f"{number}#{host}")[:8], "big") % 10**_DIGITS
        return f"{number[0]}{digits:0{_DIGITS}}{local[len(number)]}{login}"

    def _part(self, part: str, where: str) -> str:
        if not part:
            return part
        letters = self._spelt(f"{part.casefold()}@{where}")
        if part != part.lower():
            # Equal but for case: the stand-ins are, too, and differ in it just as much.
            cases = int.from_bytes(self._hash(f"spelt {part}")[:4], "big")
            letters = "".join(one.upper() if cases >> place & 1 else one for place, one in enumerate(letters))
        return f"{part[0]}{_MARK}{letters}"

    def _spelt(self, text: str) -> str:
        return base64.b32encode(self._hash(text)).decode("ascii").lower()[:_LETTERS]

    def _hash(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode("utf-8", "surrogatepass"), hashlib.sha256)


def is_hidden(email: str) -> bool:
    """Whether an address is a stand-in."""
    return _HIDDEN.match(email.strip()) is not None


def _outside(text: str, outside: Callable[[str], str], inside: Callable[[str], str]) -> str:
    """Return a text with all that stands between < and > changed in one way, and the rest in another."""
    parts = _BRACKETED.split(text)
    return "".join(f"<{inside(part)}>" if place % 2 else outside(part) for place, part in enumerate(parts))
