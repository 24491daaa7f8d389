"""Record and facts -> what changed since the last refresh that found another state, and which alerts that raises."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from analyzer.export.since_json import alarms_from, plain, since_from
from analyzer.fingerprint import code, digest
from analyzer.model.headlines import HEADLINES, Figure
from analyzer.model.ratio_change import COMMIT
from analyzer.model.since import Change, Moved, Since
from analyzer.stages import alerting
from analyzer.stages.sites import Site

if TYPE_CHECKING:
    from analyzer.model.comparison import Comparison
    from analyzer.model.definition import Definition
    from analyzer.model.frames import Facts
    from analyzer.model.history import State
    from analyzer.model.ratio_change import RatioChange
    from analyzer.model.since import Alert
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store

NAMED = 5
"""New people that are named."""
MOVERS = 3
"""Commits that moved the ratio most."""


def told_since(
    session: Session,
    store: Store,
    made: Comparison,
    columns: Sequence[Site],
    found: Sequence[Place],
    chosen: Definition,
    alerts: Sequence[Alert] = (),
) -> Comparison:
    """Return the comparison with what changed since the record's last other state, and the alerts that it raises.

    That is kept, and told again as it was for the same facts and the same record. `columns` are those of the comparison
    and `found` the repositories, all at their heads.
    """
    heads = {place.read.mirror.location: place.moment.sha for place in found}
    states = store.record.states(heads)
    if states is None and not alerts:
        return made
    fingerprint = _fingerprint(session, store, states, columns, found, chosen, alerts)
    text = store.cached_comparison(fingerprint)
    if text is None:
        work = _Work(session, store, chosen)
        places = _places_before(store, found, states[0]) if states else {}
        now = {**{place.read.spec.name: Site.of(place) for place in found}, **{site.name: site for site in columns}}
        before = {name: then for name, site in now.items() if (then := _site_before(site, places)) is not None}
        since = work.since(states, columns, before) if states else None
        text = plain(since, [alerting.alarm(session, store, alert, now, before, chosen) for alert in alerts])
        store.cache_comparison(fingerprint, text)
    known = json.loads(text)
    return replace(made, since=since_from(known), alarms=alarms_from(known))


def _fingerprint(
    session: Session,
    store: Store,
    states: tuple[State, State] | None,
    columns: Sequence[Site],
    found: Sequence[Place],
    chosen: Definition,
    alerts: Sequence[Alert],
) -> str:
    names = [(site.name, site.several, [place.read.spec.name for place in site.places]) for site in columns]
    # From carried facts less can be told than from a mirror at the same commit.
    carried = [place.read.mirror.carried and asdict(place.read.mirror.carried) for place in found]
    places = [(place.read.spec.name, place.read.spec.exclude, asdict(place.moment)) for place in found]
    given = [asdict(alert) for alert in alerts]
    earlier = states[0] if states else None
    recorded = [
        (_notes(store, place, earlier), *(sorted(names) for names in _tags(store, place, earlier)))
        for place in (found if earlier else ())
    ]
    times = [earlier.last, dict(earlier.heads), states[1].first] if earlier and states else []
    return digest("since", code(), asdict(session.people), chosen.name, names, places, carried, times, recorded, given)


def _notes(store: Store, place: Place, earlier: State | None) -> tuple[str, ...]:
    """Return what refreshes noticed of a repository since the earlier state was found last."""
    return store.record.notes(place.read.mirror.location, earlier.until) if earlier else ()


def _tags(store: Store, place: Place, earlier: State | None) -> tuple[Collection[str], Collection[str]]:
    """Return the names of a repository's tags, and those that were there when the earlier state was found last."""
    names = store.tag_names(place.read.repository)
    known = store.record.tags(place.read.mirror.location, earlier.until) if earlier else None
    return names, names if known is None else known


def _places_before(store: Store, found: Sequence[Place], state: State) -> dict[str, Place]:
    """Return where the repositories were, by name; those that were not known or whose commit is gone are left out."""
    moments = {}
    for place in found:
        sha = state.heads.get(place.read.mirror.location)
        moment = store.moment(place.read.repository, sha) if sha else None
        if moment is not None:
            moments[place.read.spec.name] = replace(place, moment=moment)
    # Windows ended at the newest head of the comparison then, too.
    end = max((place.moment.time for place in moments.values()), default=0)
    return {name: replace(place, moment=replace(place.moment, end=end)) for name, place in moments.items()}


def _site_before(site: Site, places: Mapping[str, Place]) -> Site | None:
    """Return a column as it was; None unless that is known of all its repositories: it would be another project."""
    there = [places[place.read.spec.name] for place in site.places if place.read.spec.name in places]
    return replace(site, places=tuple(there)) if len(there) == len(site.places) else None


class _Work:
    """One telling of what changed."""

    def __init__(self, session: Session, store: Store, chosen: Definition) -> None:
        self._session, self._store, self._chosen = session, store, chosen

    def since(self, states: tuple[State, State], columns: Sequence[Site], before: Mapping[str, Site]) -> Since:
        """Return what changed in each column; `before` are columns and repositories by name."""
        earlier, now = states
        changes = [self._change(site, before, earlier) for site in columns]
        return Since(earlier.last, now.first, tuple(changes))

    def _change(self, site: Site, before: Mapping[str, Site], earlier: State) -> Change:
        parts = tuple(self._where(place, before, earlier) for place in site.places)
        base = Change(site.name, "", "", members=parts) if site.several else replace(parts[0], repository=site.name)
        if not base.anything or not base.told:
            return base
        return self._compared(base, before[site.name], site, earlier)

    def _where(self, place: Place, before: Mapping[str, Site], earlier: State) -> Change:
        """Return where one repository is and was."""
        name, sha = place.read.spec.name, earlier.heads.get(place.read.mirror.location, "")
        notes = _notes(self._store, place, earlier)
        rewritten = bool(sha) and sha != place.moment.sha and name not in before
        return Change(name, place.moment.sha, sha, rewritten=rewritten, notes=notes)

    def _compared(self, base: Change, then: Site, now: Site, earlier: State) -> Change:
        from analyzer.measure.since import new_commits, new_people
        from analyzer.model.metric import Options
        from analyzer.stages.explaining import EARLIER_NEEDS, LATER_NEEDS

        first, last = self._facts(then, EARLIER_NEEDS), self._facts(now, LATER_NEEDS)
        people = new_people(first, last, Options(self._chosen, identity="openhub", people=self._session.people))
        moved = self._moved(first, last)
        figures = tuple(self._figures(first, last, several=now.several))
        return replace(
            base,
            commits=new_commits(first, last),
            people=len(people),
            names=tuple(people[:NAMED]),
            releases=tuple(self._releases(now, earlier)),
            figures=figures,
            points=moved.points if moved else 0.0,
            movers=moved.splits[COMMIT].parts if moved else (),
        )

    def _releases(self, site: Site, earlier: State) -> Iterator[str]:
        """Yield the new releases; those of a project with the repository that they are of."""
        from analyzer.measure.since import new_releases

        for place in site.places:
            of = f"{place.read.spec.name} " if site.several else ""
            yield from (f"{of}{name}" for name in new_releases(*_tags(self._store, place, earlier)))

    def _moved(self, first: Facts, last: Facts) -> RatioChange | None:
        from analyzer.measure.since import is_followed
        from analyzer.stages.explaining import explained

        # What came into a project's trunk between the commits of before moved the ratio at no place that can be told.
        return explained(first, last, self._chosen, MOVERS) if is_followed(first, last) else None

    def _facts(self, site: Site, explained: Collection[str]) -> Facts:
        from analyzer.compare.asked import ASKS
        from analyzer.stages import measurement, preparing

        shelf = measurement.metrics()
        asked = {table for ask in ASKS if ask.slug in HEADLINES for table in shelf[ask.metric].reads(ask.by)}
        needs = {*asked, *explained, "commits", "mailmap"}
        # Carried facts have what is read of trees as of the head only: what needs it cannot be told of before.
        needs -= preparing.beyond(site.places)
        preparing.prepare(self._session, self._store, site.places, needs)
        return site.facts(self._store, needs)

    def _figures(self, first: Facts, last: Facts, *, several: bool) -> Iterator[Moved]:
        from analyzer.compare.asked import ASKS
        from analyzer.model.numbers import number
        from analyzer.stages import measurement

        asks = {ask.slug: ask for ask in ASKS if ask.slug in HEADLINES}
        shelf = measurement.metrics()
        then, now = (
            measurement.answers(
                facts,
                [ask for ask in asks.values() if facts.tables.keys() >= set(shelf[ask.metric].reads(ask.by))],
                self._chosen,
                self._session.people,
                several=several,
            )
            for facts in (first, last)
        )
        for slug in HEADLINES:
            ask, metric = asks[slug], shelf[asks[slug].metric]
            value, before = (number(told[slug]["value"].iloc[0]) if slug in told else None for told in (now, then))
            definition = self._chosen.name if ask.definition else ""
            yield Moved(Figure(slug, ask.title, metric.unit, value, definition), before)
