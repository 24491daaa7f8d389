"""Facts -> what claims and rankings are judged by: values over time under every definition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analyzer.count.languages import CATEGORIES
from analyzer.errors import ConfigError, UnknownName
from analyzer.model.claim import SCOPES, Claim
from analyzer.model.ranking import RANKED
from analyzer.model.window import parse_window
from analyzer.registry import names
from analyzer.stages import preparing
from analyzer.stages.moments import date

if TYPE_CHECKING:
    from analyzer.compare.steps import Steps
    from analyzer.model.definition import Definition
    from analyzer.model.frames import Facts, Table
    from analyzer.model.metric import Metric
    from analyzer.model.people import People
    from analyzer.model.quality import Quality

OVER_TIME = ("commit", "moment")
"""Splits that give a metric's value at any time."""


def check_names(claims: Sequence[Claim], definitions: Iterable[str]) -> None:
    """Raise UnknownName or ConfigError for a claim with names or a date that do not exist.

    Asks the shelf of metrics only for names: what stands there takes half a second to load.
    """
    metrics, known = names("analyzer.measure.metrics"), ["any", *definitions]
    for claim in claims:
        if claim.metric not in metrics:
            raise UnknownName("metric", claim.metric, metrics)
        if claim.definition not in known:
            raise UnknownName("definition", claim.definition, known)
        if claim.date and date(claim.date) is None:
            raise ConfigError(f"{claim.slug}: {claim.date!r} is no date", hint="write it like 2020-07-01")


def check(claims: Sequence[Claim], metrics: Mapping[str, Metric], quality: Quality) -> None:
    """Raise ConfigError for a claim that could never be judged."""
    for claim in claims:
        metric = metrics[claim.metric]
        preparing.require(quality, f"{claim.slug}: {claim.metric}", metric.needs)
        if not set(OVER_TIME) & set(metric.by):
            known = ", ".join(name for name, one in metrics.items() if set(OVER_TIME) & set(one.by))
            raise ConfigError(f"{claim.slug}: no claim can be about {claim.metric}", hint=f"known: {known}")
        if claim.window != "all" and not metric.windowed:
            raise ConfigError(f"{claim.slug}: {claim.metric} has no window", hint="leave window out")


def dates(claims: Sequence[Claim]) -> dict[str, int]:
    """Return the dates of the claims that have one, by slug, in seconds since 1970."""
    found = {claim.slug: date(claim.date) for claim in claims if claim.date}
    return {slug: time for slug, time in found.items() if time is not None}


def needs(claims: Sequence[Claim], metrics: Mapping[str, Metric]) -> set[str]:
    """Return the tables that judging reads."""
    named = {claim.metric for claim in claims} | {"comment_ratio"}
    return {table for name in named for table in metrics[name].needs}


def claimed(values: OverTime, claims: Sequence[Claim], definitions: Iterable[str]) -> dict[tuple[str, str, str], Steps]:
    """Return the values of one repository that claims are about: (slug, repository, definition or "") -> over time."""
    name = values.repository
    return {
        (claim.slug, name, definition): values.of(
            claim.metric, definition, claim.scope, window=claim.window, identity=claim.identity
        )
        for claim in claims
        if name in (claim.repository, claim.relative_to)
        for definition in (definitions if values.defined(claim.metric) else ("",))
    }


def ranked(values: OverTime, definitions: Iterable[str]) -> dict[tuple[str, str, str], Steps]:
    """Return the comment ratio of one repository: (repository, definition, part of it) -> over time."""
    return {
        (values.repository, definition, scope): values.of("comment_ratio", definition, scope)
        for definition in definitions
        for scope in RANKED
    }


class OverTime:
    """The values of one repository at every commit, each measured once."""

    def __init__(
        self, facts: Facts, metrics: Mapping[str, Metric], definitions: Mapping[str, Definition], people: People
    ) -> None:
        self.repository = facts.repository
        self._facts, self._metrics, self._definitions, self._people = facts, metrics, definitions, people
        self._known: dict[tuple[str, ...], Steps] = {}

    def defined(self, metric: str) -> bool:
        """Whether the definition of comment changes the metric."""
        return self._metrics[metric].defined

    def of(self, metric: str, definition: str, scope: str, *, window: str = "all", identity: str = "openhub") -> Steps:
        """Return a metric's values; `definition` may be "" for one that has none."""
        from analyzer.compare.steps import Steps

        key = (metric, definition, scope, window, identity)
        if key not in self._known and metric == "comment_ratio" and scope in RANKED:
            self._rank()
        if key not in self._known:
            self._known[key] = Steps.from_frame(self._measured(*key))
        return self._known[key]

    def _measured(self, metric: str, definition: str, scope: str, window: str, identity: str) -> Table:
        from analyzer.model.metric import Options

        named = self._definitions[definition] if definition else next(iter(self._definitions.values()))
        by = next(split for split in OVER_TIME if split in self._metrics[metric].by)
        options = Options(named, by, parse_window(window), identity, SCOPES[scope], CATEGORIES, self._people)
        return self._metrics[metric].measure(self._facts, options)

    def _rank(self) -> None:
        """Measure the comment ratio under all definitions at once: that takes a fifth of the time."""
        from analyzer.compare.steps import Steps
        from analyzer.measure.ratios import ratios_at_commits

        scopes = {scope: SCOPES[scope] for scope in RANKED}
        tables = ratios_at_commits(self._facts, list(self._definitions.values()), scopes)
        for (definition, scope), table in tables.items():
            self._known["comment_ratio", definition, scope, "all", "openhub"] = Steps.from_frame(table)
