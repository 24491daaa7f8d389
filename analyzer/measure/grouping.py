"""Which recorded identities are one person, by each rule, and why.

Rules only see what was recorded, how often, and what mailmaps and the user say: no repository, no clock. The order of
what they see does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.errors import MeasureError
from analyzer.measure import sameness
from analyzer.measure.unions import Join, Unions
from analyzer.model.identity import Identity, account, parsed, shown
from analyzer.model.mailmap import Mailmap
from analyzer.model.people import IDENTITIES, Alias

Key = Callable[[Identity], Hashable | None]

MAILMAP = "mailmap"
CONFIGURATION = "configuration"
_KEYS: Mapping[str, Sequence[tuple[str, Key]]] = {
    "raw": (),
    "openhub": (("same name", lambda who: who.name or who.email),),
    "email": (("same e-mail", lambda who: who.email.casefold() or None),),
    "mailmap": ((MAILMAP, lambda who: who),),
    "folded": (
        (MAILMAP, lambda who: who),
        ("same e-mail", sameness.address),
        ("same forge account", sameness.account_number),
        ("same forge account", sameness.login),
        ("same name and domain", sameness.name_at_domain),
    ),
}
_MAPPED = frozenset({"mailmap", "folded"})


@dataclass(frozen=True, slots=True)
class Grouping:
    """Identities and the people that they are."""

    identities: tuple[Identity, ...]
    """Sorted."""
    persons: tuple[int, ...]
    """For each identity its person's number, from 0."""
    proper: tuple[Identity, ...]
    """For each person, the name and address to be known by."""
    joins: tuple[Join, ...]
    """Why identities are one person, each pair by its numbers."""


def grouped(commits: Mapping[Identity, int], rule: str, mailmap: Mailmap, aliases: Sequence[Alias] = ()) -> Grouping:
    """Group identities, each with the number of its commits. Raises MeasureError for a rule that there is not."""
    if rule not in _KEYS:
        known = ", ".join(IDENTITIES)
        raise MeasureError(f"there is no rule {rule!r} to tell people apart", hint=f"known: {known}")
    identities = sorted(commits)
    mapped = [mailmap.proper(who) for who in identities] if rule in _MAPPED and mailmap else identities
    unions = Unions(len(identities))
    for reason, key in _KEYS[rule]:
        unions.join_equal([key(who) for who in mapped], reason)
    if rule == "folded":
        sameness.join_hidden(unions, mapped)
    called = _join_aliases(unions, identities, mapped, aliases)
    members: dict[int, list[int]] = {}
    for number in range(len(identities)):
        members.setdefault(unions.group(number), []).append(number)
    numbers = {group: person for person, group in enumerate(members)}
    weights = [commits[who] for who in identities]
    proper = [_proper([(mapped[one], weights[one]) for one in group]) for group in members.values()]
    for number, name in called.items():
        person = numbers[unions.group(number)]
        proper[person] = Identity(name, proper[person].email)
    persons = tuple(numbers[unions.group(number)] for number in range(len(identities)))
    return Grouping(tuple(identities), persons, tuple(proper), tuple(unions.joins))


def display(who: Identity) -> str:
    """Return the name by which a person is shown."""
    return shown(who.name)


def _proper(members: Sequence[tuple[Identity, int]]) -> Identity:
    """Return the identity with most commits; one without a name, or with a hidden address, only for want of others."""
    totals: dict[Identity, int] = {}
    for who, commits in members:
        totals[who] = totals.get(who, 0) + commits
    return min(totals, key=lambda who: (not who.name, account(who.email) is not None, -totals[who], who))


def _join_aliases(
    unions: Unions, identities: Sequence[Identity], mapped: Sequence[Identity], aliases: Sequence[Alias]
) -> dict[int, str]:
    """Join what the user says is one; return for one identity of each such person the name that the user gives."""
    if not aliases:
        return {}
    places: dict[Hashable, list[int]] = {}
    for number, pair in enumerate(zip(identities, mapped, strict=True)):
        for who in dict.fromkeys(pair):
            for key in _folded(who):
                places.setdefault(key, []).append(number)
    called: dict[int, str] = {}
    for alias in reversed(aliases):
        found = [place for text in (alias.name, *alias.aliases) for place in places.get(_wanted(text), ())]
        for place in found:
            unions.join(found[0], place, CONFIGURATION)
        if found:
            called[found[0]] = alias.name
    return called


def _folded(who: Identity) -> tuple[Hashable, ...]:
    name, email = sameness.fold(who.name), who.email.casefold()
    return ("name", name), ("e-mail", email), (name, email)


def _wanted(text: str) -> Hashable:
    who = parsed(text)
    name, email = sameness.fold(who.name), who.email.casefold()
    if name and email:
        return (name, email)
    if email or "@" in name:
        return ("e-mail", email or name)
    return ("name", name)
