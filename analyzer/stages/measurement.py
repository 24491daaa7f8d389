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
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.registry import discover
from analyzer.stages.history import incomplete

if TYPE_CHECKING:
    from analyzer.compare.asks import Ask
    from analyzer.model.frames import Facts, Table
    from analyzer.model.metric import Metric
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
    from analyzer.compare.asks import ASKS, CHARTS, PLACES
    from analyzer.compare.build import build
    from analyzer.compare.places import places

    measured: dict[tuple[str, str], Table] = {}
    series: dict[tuple[str, str], Table] = {}
    spots: dict[tuple[str, str], Table] = {}
    unparsed: list[NotCounted] = []
    for place in found:
        name = place.read.spec.name
        known = facts(store, place, {need for ask in (*ASKS, *CHARTS, *PLACES) for need in metrics()[ask.metric].needs})
        measured |= {(name, slug): table for slug, table in answers(known, ASKS, chosen).items()}
        series |= {(name, slug): table for slug, table in answers(known, CHARTS, chosen).items()}
        spots |= {(name, slug): table for slug, table in answers(known, PLACES, chosen).items()}
        unparsed += _unparsed(known)
    columns = [_column(place, measured[place.read.spec.name, "first-commit"]) for place in found]
    end = max(place.moment.end for place in found)
    troubles = [trouble for place in found for trouble in place.read.mirror.troubles]
    told = [*failed, *troubles, *unparsed]
    built = build(title, columns, end, measured, series, chosen, metrics(), told, __version__)
    return replace(built, places=places(columns, spots))


def _unparsed(known: Facts) -> list[NotCounted]:
    """Return the files that have no docstrings because they could not be parsed."""
    table = known["docstrings"]
    lost = table[table["problem"] != ""]
    detail = "The Python that runs Diptych did not parse it; only docstring coverage is without it."
    return [
        NotCounted(known.repository, Reason(problem), path, detail)
        for path, problem in zip(lost["path"], lost["problem"], strict=True)
    ]


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
