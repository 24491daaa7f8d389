"""Which organisation a commit comes from: the domain of its author's address, where that tells one.

Only domains are ever returned, never addresses, and no domain that only one person uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from analyzer.measure.mail_providers import is_free_mail, is_hidden
from analyzer.measure.windows import Times
from analyzer.model.organisation import FREE_MAIL, GROUPS, HIDDEN, NO_DOMAIN, PRIVATE

_DOMAIN = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})")
_LOCAL = frozenset({"corp", "home", "internal", "invalid", "lan", "local", "localdomain", "localhost"})
"""Last parts of names that machines give themselves: no registry hands them out."""
_LEAST_PEOPLE = 2

Marks = tuple[int, str, str]
"""What one commit tells of its author: number, address before the @, name."""


def organisations(commits: pd.DataFrame, people: Times) -> npt.NDArray[np.object_]:
    """Return for each commit the domain of its organisation, or one of `GROUPS`.

    `people` are numbers of the authors, one a commit. A domain is an organisation's if at least two people used it.
    """
    rows, emails = pd.factorize(commits["author_email"])
    domains = [domain_of(str(email)) for email in emails]
    users: dict[str, set[Marks]] = {}
    for row, person, name in set(zip(rows.tolist(), people.tolist(), commits["author_name"], strict=True)):
        users.setdefault(domains[row], set()).add((person, _user(str(emails[row])), name.strip().casefold()))
    private = {domain for domain, some in users.items() if _different(some) < _LEAST_PEOPLE}
    shown = [PRIVATE if domain in private and domain not in GROUPS else domain for domain in domains]
    return np.array([*shown, ""], dtype=object)[rows]


def domain_of(email: str) -> str:
    """Return the domain of an address in small letters, or the group of those that tell no organisation."""
    domain = email.rpartition("@")[2].strip().lower().rstrip(".") if "@" in email else ""
    if not _DOMAIN.fullmatch(domain) or domain.rpartition(".")[2] in _LOCAL:
        return NO_DOMAIN
    if is_hidden(domain):
        return HIDDEN
    return FREE_MAIL if is_free_mail(domain) else domain


def _user(email: str) -> str:
    return email.rpartition("@")[0].partition("+")[0].strip().casefold()


def _different(users: Iterable[Marks]) -> int:
    """Return how many people these are at least: who shares a number, an address or a name is one."""
    leader: dict[tuple[int, object], tuple[int, object]] = {}

    def find(node: tuple[int, object]) -> tuple[int, object]:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for marks in users:
        first, *others = ((kind, mark) for kind, mark in enumerate(marks) if mark != "")
        for other in others:
            leader[find(other)] = find(first)
    return len({find(node) for node in tuple(leader)})
