"""Claims put to the test: each against the value at every commit, under every definition that it may mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from analyzer.compare.steps import Mask, Steps, common
from analyzer.model.claim import COMPARISONS, Claim, Curve, Judgement, Together
from analyzer.model.trunk_time import EARLIEST

Lookup = Callable[[str], Steps | None]
"""Repository -> what a claim says something about, over time; None if there is no such repository or value."""


def values(claim: Claim, lookup: Lookup) -> Steps | None:
    """Return what the claim is about over time: a value, or the share of another repository's."""
    steps = lookup(claim.repository)
    if steps is None or not claim.relative_to:
        return steps
    other = lookup(claim.relative_to)
    return steps.relative_to(other) if other is not None else None


def judge(claim: Claim, definition: str, date: int | None, steps: Steps) -> Judgement:
    """Return the verdict under one definition ("" for a metric without) of which `steps` are the values.

    `date` is the claim's own in seconds since 1970, None if it has none.
    """
    at_head = steps.head()
    at_date = steps.at(date) if date is not None else None
    nearest = steps.seen(_nearest(claim, steps))
    return Judgement(
        definition=definition,
        at_head=at_head,
        holds_at_head=at_head is not None and claim.holds(at_head.value),
        at_date=at_date,
        holds_at_date=at_date is not None and claim.holds(at_date.value),
        intervals=steps.intervals(holding(claim, steps)),
        nearest=nearest,
        distance=claim.distance(nearest.value) if nearest is not None else None,
    )


def jointly(judged: Sequence[tuple[Claim, Sequence[Judgement]]]) -> tuple[Together, ...]:
    """Return, for each pair and each definition that all its claims were judged under, when all of them held.

    A claim of whose pair no other was judged has nothing to hold together with.
    A claim about a metric that no definition changes is judged once, and that counts under every definition.
    """
    pairs: dict[str, list[tuple[Claim, Sequence[Judgement]]]] = {}
    for claim, judgements in judged:
        if claim.pair:
            pairs.setdefault(claim.pair, []).append((claim, judgements))
    found: list[Together] = []
    for pair, members in pairs.items():
        if len(members) < 2:
            continue
        slugs = tuple(claim.slug for claim, _ in members)
        for definition, judgements in _by_definition([some for _, some in members]).items():
            intervals = judgements[0].intervals
            for judgement in judgements[1:]:
                intervals = common(intervals, judgement.intervals)
            at_head = all(judgement.holds_at_head for judgement in judgements)
            found.append(Together(pair, definition, slugs, intervals, at_head))
    return tuple(found)


def _by_definition(members: Sequence[Sequence[Judgement]]) -> Mapping[str, list[Judgement]]:
    named = [{judgement.definition: judgement for judgement in some} for some in members]
    definitions = dict.fromkeys(name for some in named for name in some if name) or dict.fromkeys([""])
    found = {name: [some.get(name, some.get("")) for some in named] for name in definitions}
    return {
        name: [judgement for judgement in row if judgement is not None]
        for name, row in found.items()
        if None not in row
    }


def holding(claim: Claim, steps: Steps) -> Mask:
    """Return, for each step, whether the statement is true of it."""
    if claim.operator == "=":
        held: Mask = np.abs(steps.values - claim.value) <= claim.tolerance
    else:
        held = np.asarray(COMPARISONS[claim.operator](steps.values, claim.value))
    return held


def curve(steps: Steps, end: int) -> Curve:
    """Return the value at the end of each month and at `end`; months without a value are left out."""
    believed = steps.times[steps.times >= EARLIEST]
    if not len(believed):
        return Curve()
    first, last = (np.datetime64(int(time), "s").astype("datetime64[M]") for time in (believed[0], end))
    months = np.arange(first + 1, last + 1).astype("datetime64[s]").astype(np.int64) - 1
    times = np.append(months, end)
    places = np.searchsorted(steps.times, times, side="right") - 1
    found = np.where(places >= 0, steps.values[places], np.nan)
    known = ~np.isnan(found)
    return Curve(tuple(times[known].tolist()), tuple(found[known].tolist()))


def _nearest(claim: Claim, steps: Steps) -> int:
    distances = np.abs(steps.values - claim.value)
    if not len(distances) or np.isnan(distances).all():
        return -1
    if claim.operator != "=":
        held = holding(claim, steps)
        distances = np.where(held, 0.0, distances)
    # Of equally near ones the newest: it says most about today.
    return len(distances) - 1 - int(np.nanargmin(distances[::-1]))
