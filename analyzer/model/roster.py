"""The people of one repository by one rule, as they may be shown: no address is whole but in what goes to a file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Member:
    """One person."""

    name: str
    address: str
    """Its first character only; empty if there is none."""
    commits: int
    first: int | None
    """Author time of the first commit, seconds since 1970 in UTC; None if no date can be true."""
    last: int | None
    identities: int
    """How many different pairs of name and address the person committed under."""
    program: bool
    """Whether all of them are a program's."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two recorded identities that the rule takes for one person."""

    reason: str
    person: str
    """Name of the person that they are."""
    name: str
    address: str
    other_name: str
    other_address: str


@dataclass(frozen=True, slots=True)
class Roster:
    """All people of a repository by one rule, those with most commits first."""

    repository: str
    identity: str
    """The rule's name."""
    members: tuple[Member, ...]
    merges: tuple[Merge, ...]
    mailmap: str = field(repr=False)
    """Lines of a mailmap that join what the rule joins; they hold whole addresses, and belong into a file only."""
