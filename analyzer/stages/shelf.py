"""Putting a report into a folder of reports: the one before is kept, and the list of all is made anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from analyzer.export import shelved
from analyzer.model.headlines import Headlines
from analyzer.model.shelf import INDEX, Beside, commits, dated_name, earlier_than, entries
from analyzer.plain_file import contents
from analyzer.render import index
from analyzer.render.output import write

_LARGEST = 20_000_000
"""Bytes: no page of ours comes near."""
_BEFORE = re.compile(r'<p class="before">[^\n]*</p>\n')
"""The line of the page that leads to the report before."""


def put(output: Path, said: Headlines, page: Callable[[Beside], str], *, keep: int) -> None:
    """Write the page of a report that says so of itself, and the index.

    A report of other commits that is there is kept under a dated name, `keep` of them at the most. The page is told
    of the newest one before it. Raises ReportNotWritten.
    """
    folder, file = output.parent, output.name
    there = reports(folder)
    replaced = there.get(file)
    if keep and replaced is not None and commits(replaced) != commits(said):
        name = dated_name(file, replaced)
        write(output.read_text(encoding="utf-8"), folder / name)
        there[name] = replaced
    earlier = earlier_than(file, said, there)
    write(page(_beside(earlier[:keep], listed=file != INDEX and _index_is_free(folder))), output)
    there[file] = said
    _forget(folder, earlier, keep, there)
    if file != INDEX and _index_is_free(folder):
        write(index.render(entries(there)), folder / INDEX)


def _forget(folder: Path, earlier: list[tuple[str, Headlines]], keep: int, there: dict[str, Headlines]) -> None:
    for name, _ in earlier[keep:]:
        (folder / name).unlink(missing_ok=True)
        del there[name]
    if earlier[keep:] and keep:
        # The oldest that stays led to one that has gone.
        oldest = folder / earlier[keep - 1][0]
        write(_BEFORE.sub("", oldest.read_text(encoding="utf-8")), oldest)


def _index_is_free(folder: Path) -> bool:
    """Return whether a list may be written: none is there, or one of ours."""
    place = folder / INDEX
    return not place.exists() or index.is_ours(_text(place) or "")


def reports(folder: Path) -> dict[str, Headlines]:
    """Return the reports in a folder: name of the file -> what it says. All other files are passed over."""
    found: dict[str, Headlines] = {}
    for path in sorted(folder.glob("*.html")):
        text = _text(path) if path.is_file() and not path.is_symlink() else None
        said = shelved.read(text) if text else None
        if said is not None:
            found[path.name] = said
    return found


def _beside(earlier: list[tuple[str, Headlines]], *, listed: bool) -> Beside:
    if not earlier:
        return Beside(index=listed)
    file, said = earlier[0]
    return Beside(file, said.end, index=listed)


def _text(path: Path) -> str | None:
    try:
        return contents(path, _LARGEST).decode()
    except (OSError, UnicodeDecodeError):
        return None
