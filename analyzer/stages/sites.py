"""Places -> what columns of the comparison are about: one repository each, or several as a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.errors import AnalyzerError, BadMoment
from analyzer.model.moment import Moment, joined_moment
from analyzer.model.project import Project, heads
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.stages.moments import Place, date
from analyzer.stages.preparing import absent

if TYPE_CHECKING:
    from analyzer.model.frames import Facts
    from analyzer.session import Session
    from analyzer.store.store import Store


@dataclass(frozen=True, slots=True)
class Site:
    """One column: a repository at a moment, or the repositories of a project at theirs."""

    name: str
    """The column's head."""
    places: tuple[Place, ...]
    """At least one."""
    several: bool = False
    """Whether it is a project of several repositories, also where only one of them is there at the moment."""

    @classmethod
    def of(cls, place: Place) -> Site:
        """Return a repository by itself."""
        return cls(place.read.spec.name, (place,))

    @property
    def end(self) -> int:
        """When windows end; seconds since 1970 in UTC."""
        return max(place.moment.end for place in self.places)

    @property
    def moment(self) -> Moment:
        """The moment; that of several repositories has no hash, and its position is on their joined trunk."""
        return joined_moment([place.moment for place in self.places]) if self.several else self.places[0].moment

    def at(self, moment: Callable[[Place], Moment | None]) -> Site | None:
        """Return it at other moments of its trunks; repositories that have none are not there yet."""
        found = [(place, moment(place)) for place in self.places]
        places = tuple(replace(place, moment=other, branch=()) for place, other in found if other is not None)
        return replace(self, places=places) if places else None

    def facts(self, store: Store, needs: Iterable[str]) -> Facts:
        """Load the tables of a repository, or of all joined; a table that no project has is left out of one."""
        from analyzer.measure.joining import NOT_JOINED, ORDERED, joined
        from analyzer.stages.measurement import facts

        wanted = set(needs)
        if not self.several:
            return replace(facts(store, self.places[0], wanted), repository=self.name)
        if not ORDERED.isdisjoint(wanted):
            wanted.add("commits")
        return joined(self.name, self.moment, [facts(store, one, wanted - NOT_JOINED) for one in self.places])

    def absent(self, session: Session, store: Store) -> frozenset[str]:
        """Return the tables that it has to do without: those that one of its repositories has not."""
        return frozenset().union(*(absent(session, store, place) for place in self.places))


def sites(session: Session, found: Sequence[Place], failed: Sequence[NotCounted] = ()) -> list[Site]:
    """Return the columns, in their order.

    A project is looked at by date only: a tag or commit is of one repository. Without one of its repositories, for
    which `failed` says that it could not be read, it would be another project, and is left out. The user is told.
    Raises BadMoment or AnalyzerError if nothing is left.
    """
    known = {place.read.spec.name: place for place in found}
    lost = {one.repository for one in failed}
    left_out = {project.name: why for project in session.projects if (why := _obstacle(project, known, lost))}
    for name, why in left_out.items():
        session.progress.note(f"{name} is left out: {why}")
    projects = {project.name: project for project in session.projects if project.name not in left_out}
    names = [name for name in heads(list(known), session.projects) if name not in left_out]
    made = [_site(name, projects.get(name), known) for name in names]
    if not made:
        name, why = next(iter(left_out.items()))
        if lost:
            raise AnalyzerError(f"{name} cannot be told: {why}", hint="; ".join(one.detail for one in failed))
        raise BadMoment(f"{name} cannot be told: {why}", hint="give a date, such as 2020-07-01")
    return made


def broken(projects: Sequence[Project], failed: Sequence[NotCounted]) -> list[NotCounted]:
    """Return the projects that are left out for want of a repository."""
    lost = {one.repository for one in failed}
    return [
        NotCounted(project.name, Reason.NOT_UPDATED, project.name, why)
        for project in projects
        if (why := _without(project, lost))
    ]


def all_places(some: Iterable[Site]) -> list[Place]:
    """Return the places of several sites, each once."""
    return list(dict.fromkeys(place for site in some for place in site.places))


def _site(name: str, project: Project | None, known: Mapping[str, Place]) -> Site:
    if project is None:
        return Site.of(known[name])
    places = tuple(known[one] for one in project.repositories if one in known)
    return Site(name, places, several=len(project.repositories) > 1)


def _obstacle(project: Project, known: Mapping[str, Place], lost: set[str]) -> str:
    places = [known[name] for name in project.repositories if name in known]
    labels = sorted({place.moment.label for place in places if place.moment.label and date(place.moment.label) is None})
    if len(project.repositories) > 1 and labels:
        return f"{labels[0]} is of one repository, and the project has several"
    return _without(project, lost)


def _without(project: Project, lost: set[str]) -> str:
    missing = [name for name in project.repositories if name in lost]
    return f"it has no {missing[0]}, which could not be read" if missing else ""
