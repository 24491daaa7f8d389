"""Whether the order of repositories holds under every definition, in every part of them and at any date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np

from analyzer.compare.steps import Floats, Steps, Times
from analyzer.model.definition import Definition
from analyzer.model.ranking import LEVEL, RANKED, SHORTEST, Order, Rung

Series = Mapping[tuple[str, str, str], Steps]
"""(repository, definition, part of it) -> its comment ratio over time; missing where nothing was counted."""

_ALL_PAIRS = 4
"""Of so many repositories every two are set against each other; of more, the neighbours in today's order."""


def ladder(names: Sequence[str], definitions: Sequence[Definition], series: Series) -> tuple[Rung, ...]:
    """Return the ratio of each repository under each definition, part by part."""
    rungs = []
    for scope in RANKED:
        for one in definitions:
            heads = [steps.head() if (steps := series.get((name, one.name, scope))) else None for name in names]
            values = tuple(head.value if head else None for head in heads)
            parts = tuple(dict(head.parts) if head else {} for head in heads)
            rungs.append(Rung(one.name, one.title, one.formula, one.counts_docstrings, scope, values, parts))
    return tuple(rungs)


def orders(names: Sequence[str], rungs: Sequence[Rung], series: Series) -> tuple[Order, ...]:
    """Return how pairs of repositories stand to each other on each rung, now and before."""
    empty = Steps(np.array([], np.int64), np.array([], np.float64), ())
    found = []
    for first, second in pairs(names, rungs):
        for rung in rungs:
            one, two = (series.get((name, rung.definition, rung.scope), empty) for name in (first, second))
            turns = _turns(one, two)
            now = _now(one, two)
            since = turns[-1][0] if turns and turns[-1][1] == now else None
            found.append(Order(first, second, rung.definition, rung.scope, now, since, turns))
    return tuple(found)


def pairs(names: Sequence[str], rungs: Sequence[Rung]) -> list[tuple[str, str]]:
    """Return which repositories are set against each other."""
    if len(names) <= _ALL_PAIRS:
        return list(combinations(names, 2))
    known = [
        (value, name) for name, value in zip(names, rungs[0].values if rungs else (), strict=False) if value is not None
    ]
    return list(pairwise(name for _, name in sorted(known, key=lambda pair: -pair[0])))


def _now(one: Steps, two: Steps) -> int | None:
    first, second = one.head(), two.head()
    if first is None or second is None:
        return None
    return int(_sign(np.array([first.value - second.value]))[0])


def _turns(one: Steps, two: Steps) -> tuple[tuple[int, int], ...]:
    """Return (time, order from then on) wherever the order changed for longer than `SHORTEST`."""
    times, differences = one.minus(two)
    known = ~np.isnan(differences)
    times, signs = times[known], _sign(differences[known])
    if not len(times):
        return ()
    kept = _changes(times, signs)
    lasting = np.append(np.diff(kept[0]) >= SHORTEST, True)
    return tuple(zip(*(column.tolist() for column in _changes(kept[0][lasting], kept[1][lasting])), strict=True))


def _changes(times: Times, signs: Times) -> tuple[Times, Times]:
    new = np.append(True, signs[1:] != signs[:-1])[: len(signs)]
    return times[new], signs[new]


def _sign(values: Floats) -> Times:
    return np.where(np.abs(values) < LEVEL, 0, np.sign(values)).astype(np.int64)
