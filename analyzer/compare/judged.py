"""What is judged rather than measured: claims, and the order of the repositories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.compare import ranking, turns, verdicts
from analyzer.compare.sayings import sayings
from analyzer.model.claim import Claim, Saying, Together, Verdict
from analyzer.model.definition import Definition
from analyzer.model.metric import Metric
from analyzer.model.ranking import Order, Rung


@dataclass(frozen=True, slots=True)
class Evidence:
    """Values over time, and what is to be judged by them."""

    claims: tuple[Claim, ...] = ()
    dates: Mapping[str, int] = field(default_factory=dict)
    """Slug of a claim that has a date -> seconds since 1970."""
    claimed: verdicts.Series = field(default_factory=dict)
    ranked: ranking.Series = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """What came out; the fields are those of Comparison."""

    claims: tuple[Verdict, ...] = ()
    together: tuple[Together, ...] = ()
    sayings: tuple[Saying, ...] = ()
    ladder: tuple[Rung, ...] = ()
    orders: tuple[Order, ...] = ()
    turns: tuple[str, ...] = ()


def judged(
    evidence: Evidence,
    names: Sequence[str],
    metrics: Mapping[str, Metric],
    definitions: Mapping[str, Definition],
    end: int,
) -> Judged:
    """Judge claims and rank the repositories `names`; of the definitions the first is the comparison's own."""
    titles = {name: one.title for name, one in definitions.items()}
    claims, together = verdicts.verdicts(evidence.claims, metrics, titles, evidence.dates, evidence.claimed, end)
    rungs = ranking.ladder(names, tuple(definitions.values()), evidence.ranked)
    orders = ranking.orders(names, rungs, evidence.ranked)
    told = turns.sentences(rungs, orders, titled=True)
    return Judged(claims, together, sayings(claims, together), rungs, orders, told)


def by_docstrings(definitions: Mapping[str, Definition], first: str) -> dict[str, Definition]:
    """Return the definitions with `first` in front, then those that count docstrings, then the others."""
    rest = sorted(definitions.values(), key=lambda one: (one.name != first, not one.counts_docstrings, one.name))
    return {one.name: one for one in rest}
