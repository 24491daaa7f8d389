"""Whether the facts can be read, and are of this version."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.doctor.check import Check, Finding, Surroundings, failed, good, warning
from analyzer.errors import StoreError
from analyzer.store.condition import condition

_MIB = 1 << 20


def _look(around: Surroundings) -> Iterator[Finding]:
    path = around.workspace.database
    if not path.exists():
        yield good("no facts yet: the first run reads them")
        return
    try:
        found = condition(path)
    except StoreError as error:
        yield failed(error.message, error.hint or "")
        return
    words = f"{found.size / _MIB:,.0f} MB of facts, of {found.repositories} repositories"
    if found.current:
        yield good(words)
    else:
        advice = "the next run reads them again from the mirrors; the history of refreshes is kept"
        yield warning(f"{words}, written by another version of Diptych", advice)


CHECK = Check(__name__, "Facts", 80, _look)
