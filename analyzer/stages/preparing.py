"""Which parts of the facts are read, and which are not there: switched off, or so slow that they come later."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from analyzer.errors import ConfigError
from analyzer.registry import discover
from analyzer.stages.part import Part
from analyzer.workers import Workers

if TYPE_CHECKING:
    from analyzer.model.quality import Quality
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store


def parts() -> Mapping[str, Part]:
    """Return the shelf of parts, by name."""
    return discover("analyzer.stages.parts", Part)


def versions() -> list[str]:
    """Return what reads the parts, in their versions."""
    return [part.version for part in parts().values()]


def prepare(
    session: Session,
    store: Store,
    found: Sequence[Place],
    needs: Collection[str] | None = None,
    *,
    late: bool = False,
) -> None:
    """Read what is not there yet of the parts that have one of the tables `needs`, or of all; slow ones if `late`."""
    wanted = [part for part in parts().values() if _wanted(session.quality, part, needs, late)]
    with Workers(session.jobs) as pool:
        for part in wanted:
            for place in found:
                part.read(session, store, pool, place)


def outstanding(session: Session, store: Store, place: Place) -> bool:
    """Whether a slow part is switched on and not read yet for this place."""
    return any(
        part.late and session.quality.on(part.switch) and not part.there(session, store, place)
        for part in parts().values()
    )


def absent(session: Session, store: Store, place: Place) -> frozenset[str]:
    """Return the tables that a comparison has to do without: of parts switched off, and of slow ones not read yet."""
    return frozenset(
        table
        for part in parts().values()
        if not session.quality.on(part.switch) or not part.there(session, store, place)
        for table in part.tables
    )


def optional(uses: Collection[str], without: Collection[str]) -> set[str]:
    """Return which of the tables that metrics read where they are there, are: those not `without`."""
    return set(uses) - set(without)


def require(quality: Quality, what: str, needs: Collection[str]) -> None:
    """Raise ConfigError if `what` needs a table that is switched off."""
    for part in parts().values():
        if not quality.on(part.switch) and not set(part.tables).isdisjoint(needs):
            hint = f"write {part.switch} = true under [quality] in the configuration"
            raise ConfigError(f"{what} is not read, since {part.switch} is switched off", hint=hint)


def _wanted(quality: Quality, part: Part, needs: Collection[str] | None, late: bool) -> bool:
    needed = needs is None or not set(part.tables).isdisjoint(needs)
    return needed and quality.on(part.switch) and (late or not part.late)
