"""One metric's values as flat rows, for people and for scripts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.count.languages import CATEGORIES
from analyzer.model import wording
from analyzer.stages import measurement, preparing

if TYPE_CHECKING:
    from analyzer.stages.moments import Place
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
    scopes: frozenset[str] | None


def rows(store: Store, place: Place, asked: Asked, without: Collection[str] = ()) -> list[dict[str, object]]:
    """Return the values at one place: repository, commit, as_of, metric, unit, then the metric's own columns.

    `without`: tables that are not read.
    """
    from analyzer.model.metric import WINDOWS, Options

    metric = measurement.metrics()[asked.metric]
    known = measurement.facts(store, place, {*metric.needs, *preparing.optional(metric.uses, without)})
    found: list[dict[str, object]] = []
    for name in _definitions(asked, metric.defined):
        chosen = measurement.definition(name)
        options = Options(chosen, asked.by, WINDOWS[asked.window], asked.identity, asked.scopes, CATEGORIES)
        head: dict[str, object] = {
            "repository": place.read.spec.name,
            "commit": place.moment.sha,
            "as_of": wording.moment(place.moment.end).date().isoformat(),
            "metric": metric.name,
            "unit": metric.unit,
        }
        if metric.defined:
            head["definition"] = name
        if metric.windowed:
            head["window"] = asked.window
        table = metric.measure(known, options)
        found += [{**head, **{str(key): value for key, value in row.items()}} for row in table.to_dict("records")]
    return found


def _definitions(asked: Asked, defined: bool) -> list[str]:
    if not defined:
        return ["openhub"]
    return list(measurement.definitions()) if asked.definition == "all" else [asked.definition]
