"""The list of all reports in a folder, as a page."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from analyzer.model import wording
from analyzer.model.headlines import Figure, Headlines
from analyzer.model.shelf import Entry
from analyzer.render.clean import cleaned
from analyzer.render.library import digest
from analyzer.render.templating import asset, fill

_MARK = '<html lang="en" data-diptych="index">'


def render(entries: Sequence[Entry]) -> str:
    """Return the page: the same for the same reports. What reports say of themselves is shown as text, no more."""
    style = f"{asset('page.css')}\n{asset('index.css')}"
    return fill(
        "index.html.j2",
        entries=[(entry, _table(entry.said)) for entry in cleaned(tuple(entries))],
        link=quote,
        style=style,
        policy=digest(style),
    )


def is_ours(page: str) -> bool:
    """Whether a page is such a list, which may be written anew."""
    return _MARK in page[:200]


def _table(said: Headlines) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Return the heads of the figures, and a row for each repository."""
    titles = {figure.slug: figure.title for one in said.repositories for figure in one.figures}
    rows = []
    for one in said.repositories:
        found = {figure.slug: _text(figure) for figure in one.figures}
        rows.append((one.name, [found.get(slug, wording.NOTHING) for slug in titles]))
    return list(titles.values()), rows


def _text(figure: Figure) -> str:
    text = wording.figure(figure.value, figure.unit)
    return f"at least {text}" if figure.floor else text
