"""One metric's values as flat rows, for people and for scripts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from analyzer.count.languages import CATEGORIES
from analyzer.model import wording
from analyzer.model.people import IDENTITIES
from analyzer.model.window import parse_window
from analyzer.stages import measurement, preparing

if TYPE_CHECKING:
    from analyzer.model.metric import Metric, Options
    from analyzer.model.people import People
    from analyzer.stages.sites import Site
    from analyzer.store.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one metric."""

    metric: str
    definition: str
    """A definition's name, or "all" for every one with its variants."""
    by: str | None
    window: str
    identity: str
    """A rule of `IDENTITIES`, or "all" for every one."""
    scopes: frozenset[str] | None
    credit: str = "author"
    merges: bool = True
    bots: str = "with"


def rows(
    store: Store, site: Site, asked: Asked, people: People, without: Collection[str] = ()
) -> list[dict[str, object]]:
    """Return the values of a repository or project: repository, commit, as_of, metric, unit, then the metric's columns.

    A project has no commit, but `commits`: those of its repositories. `without`: tables that are not read.
    """
    metric = measurement.metrics()[asked.metric]
    told = not (site.several and metric.alone)
    known = site.facts(store, {*metric.reads(asked.by), *preparing.optional(metric.uses, without)})
    found: list[dict[str, object]] = []
    for definition, identity in product(_definitions(asked, metric.defined), _identities(asked, metric.tells_people)):
        options = _options(asked, definition, identity, people)
        head = {**_head(site, metric), **_asked(asked, metric, definition, identity)}
        table = metric.measure(known, options) if told else measurement.untold(metric)
        found += [{**head, **{str(key): value for key, value in row.items()}} for row in table.to_dict("records")]
    return found


def _options(asked: Asked, definition: str, identity: str, people: People) -> Options:
    from analyzer.model.metric import Options

    return Options(
        definition=measurement.definition(definition),
        by=asked.by,
        window=parse_window(asked.window),
        identity=identity,
        scopes=asked.scopes,
        categories=CATEGORIES,
        people=people,
        credit=asked.credit,
        merges=asked.merges,
        bots=asked.bots,
    )


def _head(site: Site, metric: Metric) -> dict[str, object]:
    shas = {place.read.spec.name: place.moment.sha for place in site.places}
    return {
        "repository": site.name,
        **({"commit": None, "commits": shas} if site.several else {"commit": site.moment.sha}),
        "as_of": wording.moment(site.end).date().isoformat(),
        "metric": metric.name,
        "unit": metric.unit,
    }


def _asked(asked: Asked, metric: Metric, definition: str, identity: str) -> dict[str, object]:
    """Return what of the question the values depend on; of whom commits count for only what is not as usual."""
    told: dict[str, object] = {}
    if metric.defined:
        told["definition"] = definition
    if metric.windowed:
        told["window"] = asked.window
    if metric.tells_people:
        told["identity"] = identity
    if asked.credit != "author":
        told["credit"] = asked.credit
    if not asked.merges:
        told["without"] = "merges"
    if asked.bots != "with":
        told["bots"] = asked.bots
    return told


def _definitions(asked: Asked, defined: bool) -> list[str]:
    if not defined:
        return ["openhub"]
    return list(measurement.definitions()) if asked.definition == "all" else [asked.definition]


def _identities(asked: Asked, tells_people: bool) -> list[str]:
    if asked.identity != "all":
        return [asked.identity]
    return list(IDENTITIES) if tells_people else ["raw"]
