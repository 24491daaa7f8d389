"""In sentences: where the order of repositories by comment ratio holds, and where it turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from analyzer.model import wording
from analyzer.model.ranking import RANKED, Order, Rung

_NAMED = 4
"""So many definitions are named one by one."""
_LISTED = 6
"""So many are listed in brackets."""
_OFTEN = 3
_STANDS = {1: "above", -1: "below", 0: "level with"}


def sentences(rungs: Sequence[Rung], orders: Sequence[Order], *, titled: bool = False) -> tuple[str, ...]:
    """Return what is to be said of each pair: under which definitions, in which parts, and since when.

    Definitions have their names, as commands take them, or with `titled` the titles that readers know; then no more
    than a few are listed.
    """
    titles = {rung.definition: rung.title if titled else rung.definition for rung in rungs}
    docstrings = {titles[rung.definition]: rung.docstrings for rung in rungs}
    named = [replace(order, definition=titles.get(order.definition, order.definition)) for order in orders]
    said: list[str] = []
    for (first, second), members in groupby(named, key=lambda order: (order.first, order.second)):
        said += _of_pair(first, second, list(members), docstrings, brief=titled)
    return tuple(said)


def _of_pair(
    first: str, second: str, orders: Sequence[Order], docstrings: Mapping[str, bool], *, brief: bool
) -> list[str]:
    by_scope = {scope: [order for order in orders if order.scope == scope] for scope in RANKED}
    whole = _clauses(first, second, by_scope["all"], docstrings, brief=brief)
    said = [f"{whole[:1].upper() if not whole.startswith((first, second)) else whole[:1]}{whole[1:]}."]
    alike = [RANKED[scope] for scope in RANKED if scope != "all" and _same(by_scope[scope], by_scope["all"])]
    if alike:
        said.append(f"The same holds for {wording.listed(alike)}.")
    for scope in RANKED:
        if scope != "all" and not _same(by_scope[scope], by_scope["all"]):
            said.append(f"For {RANKED[scope]}: {_clauses(first, second, by_scope[scope], docstrings, brief=brief)}.")
    return said + _over_time(first, second, by_scope["all"])


def _same(some: Sequence[Order], others: Sequence[Order]) -> bool:
    return [order.now for order in some] == [order.now for order in others]


def _clauses(first: str, second: str, orders: Sequence[Order], docstrings: Mapping[str, bool], *, brief: bool) -> str:
    groups = {stands: [order.definition for order in orders if order.now == stands] for stands in _STANDS}
    tried = sum(map(len, groups.values()))
    if not tried:
        return f"{first} and {second} cannot be ranked: one of them has no value"
    if len(groups[-1]) > len(groups[1]):
        first, second, groups = second, first, {1: groups[-1], -1: groups[1], 0: groups[0]}
    named = [(stands, names) for stands, names in groups.items() if names]
    (stands, names), *others = named
    text = f"{first} stands {_STANDS[stands]} {second} under {_named(names, docstrings, tried, brief=brief)}"
    return text + "".join(
        f"; {_STANDS[how]} it under {_named(some, docstrings, tried, brief=brief)}" for how, some in others
    )


def _named(names: Sequence[str], docstrings: Mapping[str, bool], tried: int, *, brief: bool) -> str:
    if len(names) == tried:
        return f"all {wording.number(tried)} definitions" if tried > 1 else names[0]
    counting = {docstrings.get(name, True) for name in names}
    which = ""
    if len(counting) == 1:
        verbs = ("counts", "does not count") if len(names) == 1 else ("count", "do not count")
        which = f" that {verbs[0] if counting == {True} else verbs[1]} docstrings"
    # All that count docstrings, or all that do not: then it is that which decides.
    whole = which and sum(value in counting for value in docstrings.values()) == len(names)
    noun = "definition" if len(names) == 1 else "definitions"
    listed = "" if brief and len(names) > _LISTED else _apart(names)
    return f"{'the ' if whole else ''}{wording.number(len(names))} {noun}{which}{listed}"


def _apart(names: Sequence[str]) -> str:
    """Return the names in brackets; some titles have commas of their own."""
    return f" ({('; ' if any(',' in name for name in names) else ', ').join(names)})"


def _over_time(first: str, second: str, orders: Sequence[Order]) -> list[str]:
    """Return since when today's order has stood, under which definitions."""
    months: dict[str, list[str]] = {}
    for order in sorted((one for one in orders if one.since is not None), key=lambda one: one.since or 0):
        months.setdefault(wording.month(order.since or 0), []).append(order.definition)
    if not months:
        return []
    groups = [f"since {month} under {_few(names, sum(map(len, months.values())))}" for month, names in months.items()]
    said = [f"Today’s order of {first} and {second} has stood {wording.listed(groups)}."]
    often = max(orders, key=lambda order: len(order.turns))
    if len(often.turns) > _OFTEN:
        said.append(f"It turned most often under {often.definition}: {wording.number(len(often.turns) - 1)} times.")
    return said


def _few(names: Sequence[str], tried: int) -> str:
    if len(names) == tried:
        return f"all {wording.number(tried)} definitions" if tried > 1 else names[0]
    return wording.listed(names) if len(names) <= _NAMED else f"{wording.number(len(names))} definitions"
