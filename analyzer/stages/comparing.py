"""Store -> Comparison: every repository measured, set side by side, and judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from analyzer import __version__
from analyzer.model.comparison import Column, Comparison, Member
from analyzer.model.uncounted import NotCounted
from analyzer.stages import aging, auditing, crossing, explaining, judging, preparing
from analyzer.stages.history import incomplete
from analyzer.stages.measurement import answers, definitions, metrics
from analyzer.stages.sites import Site, all_places
from analyzer.stages.unread import TABLES, uncounted_files, unread, unread_mailmap
from analyzer.stages.unread_changes import unread_changes

if TYPE_CHECKING:
    from analyzer.compare.ask import Ask, Asks
    from analyzer.compare.steps import Steps
    from analyzer.model.claim import Claim
    from analyzer.model.definition import Definition
    from analyzer.model.frames import Facts, Table
    from analyzer.model.metric import Metric
    from analyzer.model.people import People
    from analyzer.model.ratio_change import RatioChange
    from analyzer.session import Session
    from analyzer.store.store import Store

TOLD = 5
"""So many folders, files and commits of each repository a report names."""


@dataclass(slots=True)
class _Gathered:
    """What is known of the repositories, one after the other: the facts of each are let go before the next."""

    subjects: Sequence[Asks]
    claims: Sequence[Claim]
    metrics: Mapping[str, Metric]
    definitions: Mapping[str, Definition]
    """The first is the comparison's own."""
    crossed: bool
    """Whether what several repositories have in common is looked at."""
    people: People
    measured: dict[tuple[str, str], Table] = field(default_factory=dict)
    series: dict[tuple[str, str], Table] = field(default_factory=dict)
    spotted: dict[tuple[str, str], Table] = field(default_factory=dict)
    unread: list[NotCounted] = field(default_factory=list)
    claimed: dict[tuple[str, str, str], Steps] = field(default_factory=dict)
    ranked: dict[tuple[str, str, str], Steps] = field(default_factory=dict)
    grown: dict[tuple[str, str], Steps] = field(default_factory=dict)
    changes: list[RatioChange] = field(default_factory=list)
    worked_on: dict[str, Table] = field(default_factory=dict)
    """Repository -> when which of its folders were worked on; only where the subject is switched on."""

    @property
    def chosen(self) -> Definition:
        """The comparison's own definition."""
        return next(iter(self.definitions.values()))

    def add(self, store: Store, site: Site, absent: frozenset[str]) -> None:
        """Measure one repository or project, but for what would need the tables that are `absent`."""
        name = site.name
        known = site.facts(store, self._needs() - absent | preparing.optional(self._uses(), absent))
        for asks in self.subjects:
            for found, asked in ((self.measured, asks.rows), (self.series, asks.charts), (self.spotted, asks.places)):
                told = answers(known, self._without(asked, absent), self.chosen, self.people, several=site.several)
                found.update({(name, slug): table for slug, table in told.items()})
        self.unread += [*uncounted_files(known), *unread(known), *unread_mailmap(known), *unread_changes(known)]
        over_time = judging.OverTime(known, self.metrics, self.definitions, self.people)
        self.claimed |= judging.claimed(over_time, self.claims, self.definitions)
        self.ranked |= judging.ranked(over_time, self.definitions)
        if self.crossed:
            self.worked_on[name] = crossing.occasions(known)
        self.grown |= aging.grown(over_time, self.chosen.name)
        change = _change(store, site, known, self.chosen)
        if change is not None:
            self.changes.append(change)

    def _asked(self) -> Iterator[Metric]:
        return (self.metrics[ask.metric] for asks in self.subjects for ask in (*asks.rows, *asks.charts, *asks.places))

    def _uses(self) -> set[str]:
        return {table for metric in self._asked() for table in metric.uses}

    def _needs(self) -> set[str]:
        asked = {need for metric in self._asked() for need in metric.needs}
        crossed = set(crossing.NEEDS) if self.crossed else set()
        judged = judging.needs(self.claims, self.metrics) | set(explaining.LATER_NEEDS)
        return asked | judged | aging.needs(self.metrics) | crossed | TABLES

    def _without(self, asked: Iterable[Ask], absent: frozenset[str]) -> list[Ask]:
        return [ask for ask in asked if absent.isdisjoint(self.metrics[ask.metric].needs)]


def comparison(
    session: Session,
    store: Store,
    title: str,
    found: Sequence[Site],
    failed: Sequence[NotCounted],
    chosen: Definition,
    claims: Sequence[Claim] = (),
) -> Comparison:
    """Measure every repository and project, set them side by side, and judge claims and their order."""
    from analyzer.compare.asked import SUBJECTS
    from analyzer.compare.at_age import at_age
    from analyzer.compare.build import build
    from analyzer.compare.judged import Evidence, by_docstrings, judged

    subjects = [asks for asks in SUBJECTS if session.quality.on(asks.switch)]
    crossed = len(found) > 1 and session.quality.on(crossing.SWITCH)
    shelf = by_docstrings(definitions(), chosen.name)
    gathered = _Gathered(subjects, claims, metrics(), shelf, crossed, session.people)
    for site in found:
        gathered.add(store, site, site.absent(session, store))
    columns = [_column(site, gathered.measured[site.name, "first-commit"]) for site in found]
    end = max(site.end for site in found)
    evidence = Evidence(tuple(claims), judging.dates(claims), gathered.claimed, gathered.ranked)
    names = [column.name for column in columns]
    troubles = [trouble for place in all_places(found) for trouble in place.read.mirror.troubles]
    built = build(
        title,
        columns,
        end,
        gathered.measured,
        gathered.series,
        chosen,
        gathered.metrics,
        [*failed, *troubles, *gathered.unread],
        __version__,
        subjects=subjects,
        spotted=gathered.spotted,
        judged=judged(evidence, names, gathered.metrics, gathered.definitions, end),
    )
    ends = [site.end for site in found]
    lines = auditing.in_clone(subjects, ends, session.people)
    return replace(
        built,
        rows=tuple(replace(row, plain=lines.get(row.slug, "")) for row in built.rows),
        changes=tuple(gathered.changes),
        shared=crossing.shared(names, gathered.worked_on),
        at_age=at_age(columns, ends, gathered.grown, chosen.name, gathered.metrics),
    )


def _change(store: Store, site: Site, known: Facts, chosen: Definition) -> RatioChange | None:
    """Return why the comment ratio moved over the last years; None if nothing can be told."""
    since = explaining.since(known)
    earlier = None if since is None else site.at(lambda place: store.at(place.read.repository, since))
    if earlier is None:
        return None
    return explaining.explained(earlier.facts(store, explaining.EARLIER_NEEDS), known, chosen, TOLD)


def _column(site: Site, first_commit: Table) -> Column:
    earliest = first_commit["value"].iloc[0]
    first = int(earliest) if earliest == earliest else site.moment.time  # NaN where all dates lie before 1970
    floor = any(incomplete(place.read) for place in site.places)
    members = tuple(
        Member(place.read.spec.name, mirror.location, mirror.branch, place.moment.sha, place.moment.time)
        for place in site.places
        for mirror in [place.read.mirror]
    )
    notes = [place.read.mirror.carried.note for place in site.places if place.read.mirror.carried]
    note = ". ".join(dict.fromkeys(notes))
    if site.several:
        return Column(site.name, "", "", "", site.moment.time, first, floor, members, note)
    only = members[0]
    return Column(site.name, only.location, only.branch, only.sha, only.time, first, floor, note=note)
