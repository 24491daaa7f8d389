"""The headline figures of two reports, repository by repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.model.headlines import Figure, Headlines, Said
from analyzer.model.since import Moved


@dataclass(frozen=True, slots=True)
class Difference:
    """One repository in two reports; None where a report has it not."""

    name: str
    then: Said | None
    now: Said | None
    figures: tuple[Moved, ...]
    """Those that both have under the same definition, in the order of the later report."""


def differences(then: Headlines, now: Headlines) -> list[Difference]:
    """Return each repository of either report, those of the later one first.

    A repository is the same if it was read from the same place, else if it has the same name.
    """
    pairs = list(_pairs(then, now))
    gone = [said for said in then.repositories if all(said is not old for old, _ in pairs)]
    both = [Difference(new.name, old, new, tuple(_moved(old, new)) if old else ()) for old, new in pairs]
    return [*both, *(Difference(said.name, said, None, ()) for said in gone)]


def _pairs(then: Headlines, now: Headlines) -> Iterator[tuple[Said | None, Said]]:
    # Projects were read from several places, and have none of their own.
    places = {said.location: said for said in then.repositories if said.location}
    names = {said.name: said for said in then.repositories}
    for said in now.repositories:
        yield places.get(said.location) or names.get(said.name), said


def _moved(old: Said, new: Said) -> Iterator[Moved]:
    known = {(figure.slug, figure.definition): figure for figure in old.figures}
    for figure in new.figures:
        before: Figure | None = known.get((figure.slug, figure.definition))
        if before is not None:
            yield Moved(figure, before.value)
