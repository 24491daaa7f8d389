"""Store -> values: the facts of one place, loaded once for all that is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer import __version__
from analyzer.count.languages import CATEGORIES
from analyzer.errors import UnknownName
from analyzer.model.comparison import Column, Comparison
from analyzer.model.definition import Definition
from analyzer.model.uncounted import NotCounted
from analyzer.registry import discover
from analyzer.stages import explaining
from analyzer.stages.history import incomplete

if TYPE_CHECKING:
    from analyzer.compare.asks import Ask
    from analyzer.model.frames import Facts, Table
    from analyzer.model.metric import Metric
    from analyzer.model.ratio_change import RatioChange
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store


TOLD = 5
"""So many folders, files and commits of each repository a report names."""


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
        excluded=_excluded(place.read.spec.exclude),
    )


def answers(known: Facts, asks: Sequence[Ask], chosen: Definition) -> dict[str, Table]:
    """Return the answers to `asks`, by slug."""
    shelf = metrics()
    return {ask.slug: shelf[ask.metric].measure(known, ask.options(chosen, CATEGORIES)) for ask in asks}


def comparison(
    store: Store, title: str, found: Sequence[Place], failed: Sequence[NotCounted], chosen: Definition
) -> Comparison:
    """Measure every repository and set them side by side."""
    from analyzer.compare.asks import ASKS, CHARTS
    from analyzer.compare.build import build

    measured: dict[tuple[str, str], Table] = {}
    series: dict[tuple[str, str], Table] = {}
    changes: list[RatioChange | None] = []
    asked = {need for ask in (*ASKS, *CHARTS) for need in metrics()[ask.metric].needs}
    for place in found:
        name = place.read.spec.name
        known = facts(store, place, {*asked, *explaining.LATER_NEEDS})
        changes.append(_change(store, place, known, chosen))
        measured |= {(name, slug): table for slug, table in answers(known, ASKS, chosen).items()}
        series |= {(name, slug): table for slug, table in answers(known, CHARTS, chosen).items()}
    columns = [_column(place, measured[place.read.spec.name, "first-commit"]) for place in found]
    end = max(place.moment.end for place in found)
    troubles = [trouble for place in found for trouble in place.read.mirror.troubles]
    built = build(title, columns, end, measured, series, chosen, metrics(), [*failed, *troubles], __version__)
    return replace(built, changes=tuple(change for change in changes if change))


def _change(store: Store, place: Place, known: Facts, chosen: Definition) -> RatioChange | None:
    since = explaining.since(known)
    moment = None if since is None else store.at(place.read.repository, since)
    if moment is None:
        return None
    before = facts(store, replace(place, moment=moment, branch=()), explaining.EARLIER_NEEDS)
    return explaining.explained(before, known, chosen, TOLD)


def _column(place: Place, first_commit: Table) -> Column:
    moment, mirror = place.moment, place.read.mirror
    first = int(first_commit["value"].iloc[0])
    floor = incomplete(place.read)
    return Column(place.read.spec.name, mirror.location, mirror.branch, moment.sha, moment.time, first, floor)


def _excluded(patterns: Sequence[str]) -> Callable[[str], bool] | None:
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file
