"""Lines of a mailmap that would make git, and everybody else, see one person where a rule does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analyzer.measure.grouping import Grouping
from analyzer.model.identity import Identity
from analyzer.model.mailmap import Mailmap

_BREAKS = ("<", ">", "\n", "\0")
_SPACE = " \t\r\n"


def proposals(found: Grouping, known: Mailmap) -> str:
    """Return the lines, sorted; `known` is the mailmap that is there already and need not be said again.

    A name or address that no mailmap can hold (with a bracket or a line break in it) is left out.
    """
    members: list[list[Identity]] = [[] for _ in found.proper]
    owners: dict[str, set[int]] = {}
    for who, person in zip(found.identities, found.persons, strict=True):
        members[person].append(who)
        owners.setdefault(who.email.lower(), set()).add(person)
    lines: list[str] = []
    for person, proper in enumerate(found.proper):
        if _fits(proper) and proper.name and proper.email:
            alone = [who for who in members[person] if len(owners[who.email.lower()]) == 1]
            lines += _lines(proper, members[person], alone, known)
    return "".join(f"{line}\n" for line in sorted(lines))


def _lines(proper: Identity, members: Sequence[Identity], alone: Sequence[Identity], known: Mailmap) -> Iterator[str]:
    """Yield lines for the identities of one person that are not known as `proper` yet.

    One line for an address where it is nobody else's, so that names to come are covered too.
    """
    wrong = [who for who in members if known.proper(who) != proper and _fits(who)]
    by_address = {
        who.email.lower(): _line(proper, Identity("", who.email)) for who in sorted(wrong) if who in set(alone)
    }
    yield from by_address.values()
    now = Mailmap("\n".join(by_address.values()))
    for who in wrong:
        # An entry with a name that is there already would win over one without.
        if who.name and (now.proper(who) != proper or known.names(who)):
            yield _line(proper, who)


def _line(proper: Identity, who: Identity) -> str:
    name = f"{who.name} " if who.name else ""
    return f"{proper.name} <{proper.email}> {name}<{who.email}>"


def _fits(who: Identity) -> bool:
    whole = not any(sign in part for part in who for sign in _BREAKS)
    return whole and who.name == who.name.strip(_SPACE) and not who.name.startswith("#")
