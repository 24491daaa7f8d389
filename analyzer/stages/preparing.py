"""Which parts of the facts are read, and which are not there: switched off, or so slow that they come later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import CarryError, ConfigError, MineError
from analyzer.registry import discover
from analyzer.stages import healing
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
        if needs is None:
            _begin(session, store, pool, wanted, found)
        for part in sorted(wanted, key=lambda part: part.ahead is not None):
            for place in found:
                if place.read.mirror.carried is None:
                    _read(session, store, pool, part, place)
                elif needs is not None and not _carried(part, place):
                    raise _out_of_reach(part, place, needs)


def _begin(session: Session, store: Store, pool: Workers, wanted: Iterable[Part], found: Iterable[Place]) -> None:
    """Have processes begin with what they can do while other parts are read."""
    for part, place in product(wanted, found):
        if part.ahead is not None and place.read.mirror.carried is None:
            part.ahead(session, store, pool, place)


def _read(session: Session, store: Store, pool: Workers, part: Part, place: Place) -> None:
    """Read one part; where that meets a damaged mirror, see to it that the next command finds a whole one."""
    try:
        part.read(session, store, pool, place)
    except MineError as error:
        if not healing.healed(session, store, place.read, base=Path.cwd()):
            raise
        raise MineError(error.message, hint="its mirror has been cloned anew: run the same command again") from error


def outstanding(session: Session, store: Store, place: Place) -> bool:
    """Whether a slow part is switched on and not read yet for this place."""
    return place.read.mirror.carried is None and any(
        part.late and session.quality.on(part.switch) and not part.there(session, store, place)
        for part in parts().values()
    )


def absent(session: Session, store: Store, place: Place) -> frozenset[str]:
    """Return the tables that a comparison has to do without: of parts switched off, and of slow ones not read yet."""
    return frozenset(
        table
        for part in parts().values()
        if not session.quality.on(part.switch) or not _there(session, store, part, place)
        for table in part.tables
    )


def beyond(found: Iterable[Place]) -> frozenset[str]:
    """Return the tables that carried facts do not have of one of the places, and that nobody can read."""
    carried = [place for place in found if place.read.mirror.carried is not None]
    return frozenset(
        table for part in parts().values() if not all(_carried(part, one) for one in carried) for table in part.tables
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


def carried_parts(session: Session, store: Store, place: Place) -> dict[str, str]:
    """Return the parts that are read for a place, each with the version of what read it: what can be carried away."""
    there = {name: part for name, part in parts().items() if session.quality.on(part.switch)}
    return {name: part.version for name, part in there.items() if part.there(session, store, place)}


def _there(session: Session, store: Store, part: Part, place: Place) -> bool:
    if place.read.mirror.carried is not None:
        return _carried(part, place)
    return part.there(session, store, place)


def _carried(part: Part, place: Place) -> bool:
    """Whether the part came with the facts that stand for a repository: as of its head, and no further back."""
    carried = place.read.mirror.carried
    name = part.module.rpartition(".")[2]
    return carried is not None and name in carried.parts and place.moment.sha == place.read.mirror.head


def _out_of_reach(part: Part, place: Place, needs: Collection[str]) -> CarryError:
    tables = ", ".join(sorted(set(part.tables) & set(needs)))
    what = f"what {place.read.spec.name} has of {tables} as of {place.moment.label or place.moment.sha[:10]}"
    return CarryError(
        f"{what} is not among the facts that were carried here, and the repository is out of reach",
        hint="run `diptych refresh` where the repository can be reached",
    )


def _wanted(quality: Quality, part: Part, needs: Collection[str] | None, late: bool) -> bool:
    needed = needs is None or not set(part.tables).isdisjoint(needs)
    return needed and quality.on(part.switch) and (late or not part.late)
