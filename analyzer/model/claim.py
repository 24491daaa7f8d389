"""What somebody published about repositories, as a statement that can be put to the test."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analyzer.model.numbers import Number
from analyzer.model.scope import Scope

COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""The operators other than "=", which holds within the tolerance; of numbers, or of arrays of them."""

SCOPES: Mapping[str, frozenset[str] | None] = {
    "all": None,
    **{scope.value: frozenset({scope.value}) for scope in Scope},
    "without-tests": frozenset(scope.value for scope in Scope if scope is not Scope.TESTS),
}
"""What a claim or a ranking may be limited to -> the scopes that are in it; None for all."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One published statement: a metric of a repository, under a definition, stands so to a value."""

    slug: str
    """Unique in the configuration; an anchor."""
    text: str
    """The sentence as published."""
    metric: str
    repository: str
    operator: str
    """"=", or one of COMPARISONS."""
    value: Number
    """In the metric's unit; with `relative_to`, a share of the other repository's value."""
    tolerance: float
    """For "=": how far the measured value may lie off; by default half of the last published digit."""
    definition: str = "any"
    """Definition of comment, or "any": then it is true if it is so under one of them."""
    scope: str = "all"
    """A name of `SCOPES`."""
    window: str = "all"
    """Span of time, for metrics that have one, as `model/window.py` reads it: "all", "12m", "90d"."""
    identity: str = "openhub"
    """How people are told apart, for metrics that count them."""
    relative_to: str = ""
    """The repository that the value is a share of; empty for a plain value."""
    date: str = ""
    """When it was said ("2020-07-01"); empty if not known."""
    said_by: str = ""
    source: str = ""
    """Where it was published."""
    pair: str = ""
    """Claims with the same pair belong together and are judged jointly too."""
    must_hold: bool = False
    """Whether `diptych check` fails when it does not hold at the head."""

    def holds(self, measured: float) -> bool:
        """Say whether the statement is true of a measured value; a value that cannot be told (NaN) never is."""
        if self.operator == "=":
            return abs(measured - self.value) <= self.tolerance
        return bool(COMPARISONS[self.operator](measured, self.value))

    def distance(self, measured: float) -> float:
        """Return how far a measured value lies off the statement, in the metric's unit; 0 if it holds."""
        if self.holds(measured):
            return 0.0
        return abs(measured - self.value) - (self.tolerance if self.operator == "=" else 0.0)


@dataclass(frozen=True, slots=True)
class Interval:
    """A span in which a statement held, from one commit until another ended it."""

    start: int
    """Seconds since 1970 in UTC."""
    end: int | None
    """The first second at which it no longer held; None if it holds at the head."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A measured value at one commit, with its evidence."""

    value: float
    time: int
    sha: str
    parts: Mapping[str, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim under one definition."""

    definition: str
    """Empty for metrics that have none."""
    at_head: Sighting | None
    holds_at_head: bool
    at_date: Sighting | None
    """At the claim's own date; None if it has none, or the repository had no commit by then."""
    holds_at_date: bool
    intervals: tuple[Interval, ...]
    """All spans in which it held, in order."""
    nearest: Sighting | None
    """Where the value came nearest; None if nothing was measured."""
    distance: float | None
    """Of the nearest sighting from the statement; 0 if it held anywhere."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The claimed value at the end of each month and at the moment, for a picture."""

    times: tuple[int, ...] = ()
    """Seconds since 1970 in UTC."""
    values: tuple[float, ...] = ()


TRUE, WAS_TRUE, NEVER, UNKNOWN = "true", "was true", "never true", "cannot be judged"
"""What a verdict says in a word, of the moment that is compared."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the evidence says about a claim."""

    claim: Claim
    unit: str
    """Of the values: as in Metric, or "share" (0..1) of another repository's value."""
    judgements: tuple[Judgement, ...]
    """One for each definition that was tried; the claim's own, or the comparison's, first."""
    statement: str = ""
    """The claim as it was put to the test: "the comment ratio of flask is 25 %"."""
    told: tuple[str, ...] = ()
    """What was found, in sentences."""
    curve: Curve = Curve()
    """Under the first definition."""

    @property
    def main(self) -> Judgement | None:
        """The judgement under the first definition; None if the claim cannot be judged."""
        return self.judgements[0] if self.judgements else None

    @property
    def decisive(self) -> tuple[Judgement, ...]:
        """The judgements that the verdict rests on: all for a claim under any definition, else that under its own."""
        return self.judgements if self.claim.definition == "any" else self.judgements[:1]

    @property
    def holds(self) -> bool:
        """Whether it is true at the moment."""
        return any(judgement.holds_at_head for judgement in self.decisive)

    @property
    def word(self) -> str:
        """Say it in a word: TRUE, WAS_TRUE, NEVER or UNKNOWN."""
        if all(judgement.at_head is None and judgement.nearest is None for judgement in self.decisive):
            return UNKNOWN
        if self.holds:
            return TRUE
        return WAS_TRUE if any(judgement.intervals for judgement in self.decisive) else NEVER


@dataclass(frozen=True, slots=True)
class Together:
    """Claims of one pair, judged jointly under one definition."""

    pair: str
    definition: str
    claims: tuple[str, ...]
    """Slugs."""
    intervals: tuple[Interval, ...]
    """Spans in which all of them held."""
    holds_at_head: bool
    told: str = ""
    """The same in a sentence."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence as it was published: one claim, or several that belong together."""

    slug: str
    """Its anchor."""
    text: str
    said: str
    """By whom, where and when; empty if not known."""
    word: str
    """The verdict on the whole: TRUE, WAS_TRUE, NEVER or UNKNOWN."""
    claims: tuple[str, ...]
    """Slugs."""
    intervals: tuple[Interval, ...]
    """When all of it held, under the definition of its claims."""
    told: str = ""
    """The same in a sentence; empty for a single claim."""
