"""Names of sections in the configuration: each must be on the shelf, and stand once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from analyzer.config.toml import Place
from analyzer.registry import names

SECTIONS = "analyzer.render.sections"
"""The shelf, by name: its files are only listed, not read."""


def problems(sections: Sequence[str], hidden: Sequence[str]) -> Iterator[tuple[Place, str, str]]:
    """Yield where a name is wrong, what is wrong with it, and what to do about it."""
    known = names(SECTIONS)
    for key, given in (("sections", sections), ("hidden", hidden)):
        for index, name in enumerate(given):
            if name not in known:
                yield ("report", key), f"{key}: there is no section called {name!r}", _hint(name, known)
            elif name in given[:index]:
                yield ("report", key), f"{key}: {name!r} stands there twice", "leave one out"
    if sections and not set(sections) - set(hidden):
        yield ("report", "hidden"), "hidden: no section is left", "leave one in"


def _hint(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else "diptych report --list-sections shows them all"
