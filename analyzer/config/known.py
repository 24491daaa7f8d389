"""Names of metrics and definitions in the configuration: each must be on its shelf."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from analyzer.config.toml import Place
from analyzer.model.definition import Definition
from analyzer.registry import discover, names

if TYPE_CHECKING:
    from analyzer.config.schema import File

METRICS = "analyzer.measure.metrics"
"""The shelf, by name: its files are only listed, since reading them takes half a second."""
DEFINITIONS = "analyzer.count.definitions"
ANY = "any"
"""What a claim may name instead of a definition."""


def problems(written: File) -> Iterator[tuple[Place, str, str]]:
    """Yield where a name is wrong, what is wrong with it, and what to do about it."""
    metrics = names(METRICS)
    named = [
        *((("claim", index), one.metric, one.definition, {ANY}) for index, one in enumerate(written.claim)),
        *((("alert", index), one.metric, one.definition, set[str]()) for index, one in enumerate(written.alert)),
    ]
    for place, metric, definition, others in named:
        if metric not in metrics:
            yield _unknown((*place, "metric"), metric, metrics, "diptych show lists them all")
        yield from _definition((*place, "definition"), definition, others)
    yield from _definition(("settings", "definition"), written.settings.definition, set())


def _definition(place: Place, name: str | None, others: set[str]) -> Iterator[tuple[Place, str, str]]:
    if name is None or name in others or name in names(DEFINITIONS):
        return
    # Variants stand in the file of the definition that they vary.
    known = [one.name for main in discover(DEFINITIONS, Definition).values() for one in (main, *main.variants)]
    if name not in known:
        yield _unknown(place, name, [*others, *known], f"known: {', '.join(known)}")


def _unknown(place: Place, name: str, known: Iterable[str], otherwise: str) -> tuple[Place, str, str]:
    near = difflib.get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else otherwise
    return place, f"{place[-1]}: there is no {place[-1]} called {name!r}", hint
