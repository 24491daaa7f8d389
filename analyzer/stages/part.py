"""A part of the facts that is read only where something needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

Reader = Callable[["Session", "Store", "Workers", "Place"], None]
Question = Callable[["Session", "Store", "Place"], bool]


def _always(_session: Session, _store: Store, _place: Place) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Part:
    """Some tables of `Facts`, and how they come into the store; declared by one file of `stages/parts/`."""

    module: str
    tables: tuple[str, ...]
    """Names of the tables that nobody else reads."""
    version: str
    """Of whatever reads them: a comparison made by another is made anew."""
    read: Reader
    """Reads what is not there yet for one repository at one moment; does nothing where all is."""
    switch: str = ""
    """The key of `[quality]` that turns it off; empty for what is always read."""
    late: bool = False
    """Whether it takes so long that a report is made without it first."""
    there: Question = _always
    """Late parts: whether all of it has been read."""
    ahead: Reader | None = None
    """Has a process begin, where all parts are read, with what `read` asks for later; such parts are read last."""
