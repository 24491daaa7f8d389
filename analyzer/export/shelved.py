"""What a page in a folder says of itself, read so that it does not matter who wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.errors import RenderError
from analyzer.export import headlines
from analyzer.model.headlines import Figure, Headlines

_BLOCK = 'id="headlines"'
_LONGEST = 1_000
"""Letters of a text, and how many repositories and figures there are at the most."""
_MOST = 1e15
"""What no figure reaches."""


def read(page: str) -> Headlines | None:
    """Return what a page says of itself; None for a page that says nothing, or nothing that a report would say.

    It may still be false: it is text to show, never a path, a link or markup.
    """
    if page.count(_BLOCK) != 1:
        return None
    block = headlines.find(page)
    if block is None:
        return None
    try:
        said = headlines.loads(block)
    except RenderError:
        return None
    return said if _sane(said) else None


def _sane(said: Headlines) -> bool:
    figures = [figure for one in said.repositories for figure in one.figures]
    few = max(len(said.repositories), len(figures)) <= _LONGEST
    times = [said.end, *(one.time for one in said.repositories)]
    numbers = [*times, *(figure.value for figure in figures if not isinstance(figure.value, str | None))]
    return few and all(map(_is_number, numbers)) and all(len(text) <= _LONGEST for text in _texts(said, figures))


def _is_number(value: object) -> bool:
    # NaN is not below anything, and infinity not below this.
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _MOST


def _texts(said: Headlines, figures: list[Figure]) -> Iterator[str]:
    yield from (said.title, said.version)
    for one in said.repositories:
        yield from (one.name, one.location, one.branch, one.sha)
    for figure in figures:
        yield from (figure.slug, figure.title, figure.unit, figure.definition)
        if isinstance(figure.value, str):
            yield figure.value
