"""Store -> values: the facts of one place, loaded once for all that is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from analyzer.count.languages import CATEGORIES
from analyzer.errors import UnknownName
from analyzer.model.definition import Definition
from analyzer.registry import discover

if TYPE_CHECKING:
    from analyzer.compare.ask import Ask
    from analyzer.model.frames import Facts, Table
    from analyzer.model.metric import Metric
    from analyzer.model.people import People
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store


def metrics() -> Mapping[str, Metric]:
    """Return the shelf of metrics, by name."""
    from analyzer.model.metric import Metric

    return discover("analyzer.measure.metrics", Metric)


def definitions() -> Mapping[str, Definition]:
    """Return the shelf of definitions with their variants, by name."""
    shelf = discover("analyzer.count.definitions", Definition)
    return {one.name: one for main in shelf.values() for one in (main, *main.variants)}


def definition(name: str) -> Definition:
    """Return a definition; raises UnknownName with near names."""
    known = definitions()
    if name not in known:
        raise UnknownName("definition", name, known)
    return known[name]


def facts(store: Store, place: Place, needs: Iterable[str]) -> Facts:
    """Load the tables of a repository at its moment."""
    return store.facts(
        place.read.repository,
        place.read.spec.name,
        place.moment,
        needs,
        branch_changes=place.branch,
        excluded=excluded(place.read.spec.exclude),
        quality=place.quality,
    )


def answers(
    known: Facts, asks: Sequence[Ask], chosen: Definition, people: People, *, several: bool = False
) -> dict[str, Table]:
    """Return the answers to `asks`, by slug; of several repositories those that cannot be told with the reason why."""
    shelf = metrics()
    found = {}
    for ask in asks:
        metric = shelf[ask.metric]
        if not (several and metric.alone):
            found[ask.slug] = metric.measure(known, ask.options(chosen, CATEGORIES, people))
        elif ask.by is None:
            found[ask.slug] = untold(metric)
    return found


def untold(metric: Metric) -> Table:
    """Return the one row of a metric that cannot be told of several repositories: why not."""
    from analyzer.measure.folding import NOT_KNOWN, one_value

    return one_value(NOT_KNOWN, note=metric.alone)


def excluded(patterns: Sequence[str]) -> Callable[[str], bool] | None:
    """Return what says of a path whether one of the patterns, as in .gitignore, leaves it out; None without any."""
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file
