"""Claims put to the test: each against the value at every commit, under every definition that it may mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from analyzer.compare.steps import Mask, Steps, common
from analyzer.model.claim import Claim, Judgement, Together, Verdict

Lookup = Callable[[str, str, str, str], Steps | None]
"""(repository, metric, definition, scope) -> its steps; None if there is no such repository or value over time."""


def judge(claim: Claim, definitions: Sequence[str], date: int | None, lookup: Lookup) -> Verdict:
    """Return the verdict on a claim.

    `definitions` are those to try, the one to name first in front ("" for a metric without); `date` is the claim's
    own in seconds since 1970, None if it has none.
    """
    judged = (_judgement(claim, definition, date, lookup) for definition in definitions)
    return Verdict(claim, tuple(judgement for judgement in judged if judgement is not None))


def jointly(verdicts: Sequence[Verdict]) -> tuple[Together, ...]:
    """Return, for each pair and each definition that all its claims were judged under, when all of them held."""
    pairs: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.claim.pair:
            pairs.setdefault(verdict.claim.pair, []).append(verdict)
    found: list[Together] = []
    for pair, members in pairs.items():
        slugs = tuple(verdict.claim.slug for verdict in members)
        for definition, judgements in _by_shared_definition(members).items():
            intervals = judgements[0].intervals
            for judgement in judgements[1:]:
                intervals = common(intervals, judgement.intervals)
            at_head = all(judgement.holds_at_head for judgement in judgements)
            found.append(Together(pair, definition, slugs, intervals, at_head))
    return tuple(found)


def _by_shared_definition(members: Sequence[Verdict]) -> Mapping[str, list[Judgement]]:
    shared: dict[str, list[Judgement]] = {}
    for verdict in members:
        for judgement in verdict.judgements:
            shared.setdefault(judgement.definition, []).append(judgement)
    return {definition: judged for definition, judged in shared.items() if len(judged) == len(members)}


def _judgement(claim: Claim, definition: str, date: int | None, lookup: Lookup) -> Judgement | None:
    steps = lookup(claim.repository, claim.metric, definition, claim.scope)
    if steps is not None and claim.relative_to:
        other = lookup(claim.relative_to, claim.metric, definition, claim.scope)
        steps = steps.relative_to(other) if other is not None else None
    if steps is None:
        return None
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
        distance=claim.distance(nearest.value) if nearest is not None else float("nan"),
    )


def holding(claim: Claim, steps: Steps) -> Mask:
    """Return, for each step, whether the statement is true of it."""
    return np.fromiter((claim.holds(value) for value in steps.values.tolist()), np.bool_, len(steps.values))


def _nearest(claim: Claim, steps: Steps) -> int:
    distances = np.abs(steps.values - claim.value)
    if not len(distances) or np.isnan(distances).all():
        return -1
    if claim.operator != "=":
        held = holding(claim, steps)
        distances = np.where(held, 0.0, distances)
    # Of equally near ones the newest: it says most about today.
    return len(distances) - 1 - int(np.nanargmin(distances[::-1]))
