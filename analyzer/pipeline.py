"""From specifications to a report: the only file that knows every stage. Read this one first.

specs --acquire--> mirrors --read_history--> commits, changes --count_lines--> line vectors   (kept in the store)
places (who, as of when) --answers--> tables --build--> Comparison --render--> page
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from analyzer.alone import alone as holding
from analyzer.errors import AnalyzerError, ConfigError, StoreDamaged
from analyzer.model.repository import RepositorySpec
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.session import Read, Refreshed, Session
from analyzer.workers import Workers

if TYPE_CHECKING:
    from analyzer.model.claim import Claim
    from analyzer.model.comparison import Comparison
    from analyzer.model.layout import Layout
    from analyzer.model.ratio_change import RatioChange
    from analyzer.model.roster import Roster
    from analyzer.model.since import Alert
    from analyzer.stages.moments import Place
    from analyzer.stages.sites import Site
    from analyzer.store.store import Store

Found = TypeVar("Found")


@contextmanager
def alone(session: Session) -> Iterator[Session]:
    """Hold the workspace against other refreshes; yield the session to refresh with. Raises RefreshHeld."""
    with holding(session.workspace, session.now) as killed:
        if killed is not None:
            session.progress.note(f"the refresh by {killed.told()} was cut off; this one goes on where it stopped")
        yield replace(session, taken_over=killed is not None)


def refresh(
    session: Session,
    specs: Sequence[RepositorySpec],
    *,
    base: Path,
    history_only: bool = False,
    title: str = "",
    definition: str = "openhub",
) -> Refreshed:
    """Bring each repository up to date and read what is new of it.

    One that fails does not stop the others; raises its error if it is the only one. `history_only` stops after the
    history and the line counts, before what `[quality]` asks for. What was found is recorded under `title`.
    """
    from analyzer.stages import measurement, preparing, recording
    from analyzer.stages.moments import places

    chosen = measurement.definition(definition)
    with _open(session) as store:
        refreshed = _refresh(session, store, specs, base)
        found = places(session, store, refreshed.read, None)
        if not history_only:
            preparing.prepare(session, store, found, late=True)
        recording.record(session, store, refreshed, found, chosen, title)
        return refreshed


def compare(
    session: Session,
    specs: Sequence[RepositorySpec],
    *,
    base: Path,
    title: str,
    as_of: str | None,
    definition: str = "openhub",
    claims: Sequence[Claim] = (),
    alerts: Sequence[Alert] = (),
    update: bool = True,
) -> Comparison:
    """Set repositories side by side as of a moment; without `update`, with what the cache already has where it can.

    Without a moment it tells what is new since an earlier refresh. Raises ConfigError for what could never be judged.
    """
    from analyzer.stages import alerting, judging, kept, measurement, recording, since
    from analyzer.stages.moments import places
    from analyzer.stages.sites import broken, sites

    chosen = measurement.definition(definition)
    judging.check_names(claims, measurement.definitions())
    alerting.check_names(alerts, measurement.definitions())
    with _open(session) as store:
        refreshed = _refresh(session, store, specs, base) if update else _known(session, store, specs, base)
        heads = places(session, store, refreshed.read, None)
        if update:
            recording.record(session, store, refreshed, heads, chosen, title)
        lost = (*refreshed.failed, *broken(session.projects, refreshed.failed))
        found = heads if as_of is None else places(session, store, refreshed.read, as_of)
        columns = sites(session, found, refreshed.failed)
        made = kept.comparison(session, store, title, columns, lost, chosen, claims)
        return made if as_of is not None else since.told_since(session, store, made, columns, found, chosen, alerts)


def catch_up(session: Session, specs: Sequence[RepositorySpec], *, base: Path, as_of: str | None) -> bool:
    """Read the slow parts that a comparison went without; return whether there were any."""
    from analyzer.stages import preparing
    from analyzer.stages.moments import places

    with _open(session) as store:
        found = places(session, store, _known(session, store, specs, base).read, as_of)
        late = any(preparing.outstanding(session, store, place) for place in found)
        if late:
            preparing.prepare(session, store, found, late=True)
        return late


def write_report(session: Session, comparison: Comparison, output: Path, layout: Layout | None = None) -> Path:
    """Write the page to `output` and return that; keep the one before and list all, if `output` is on a shelf.

    Raises ReportNotWritten, RenderError. A page is the same for the same comparison, layout and earlier reports, so
    that one made before is not made again.
    """
    from analyzer.stages import writing

    writing.write_report(session, comparison, output, layout)
    return output


def show(
    session: Session,
    specs: Sequence[RepositorySpec],
    metric: str,
    *,
    base: Path,
    as_of: str | None,
    definition: str,
    by: str | None,
    window: str,
    identity: str,
    scopes: frozenset[str] | None,
    credit: str = "author",
    merges: bool = True,
    bots: str = "with",
) -> list[dict[str, object]]:
    """Return a metric's values as flat rows, repository by repository."""
    from analyzer.stages import measurement, preparing, values
    from analyzer.stages.sites import all_places

    asked = values.Asked(metric, definition, by, window, identity, scopes, credit, merges, bots)
    shown = measurement.metrics()[metric]
    preparing.require(session.quality, metric, shown.needs)
    with _open(session) as store:
        found = _sites(session, store, specs, base, as_of)
        preparing.prepare(session, store, all_places(found), {*shown.reads(by), *shown.uses}, late=True)
        return [
            row
            for site in found
            for row in values.rows(store, site, asked, session.people, site.absent(session, store))
        ]


def people(
    session: Session,
    specs: Sequence[RepositorySpec],
    *,
    base: Path,
    as_of: str | None,
    identity: str,
    credit: str = "author",
    bots: str = "with",
) -> list[Roster]:
    """Return who the people of each repository are by a rule, and what the rule takes for one person."""
    from analyzer.stages import people, preparing
    from analyzer.stages.sites import all_places

    with _open(session) as store:
        found = _sites(session, store, specs, base, as_of)
        preparing.prepare(session, store, all_places(found), people.needs())
        return [people.roster(store, site, session.people, identity, credit, bots) for site in found]


def why(
    session: Session,
    specs: Sequence[RepositorySpec],
    metric: str,
    *,
    base: Path,
    start: str,
    end: str | None,
    definition: str,
    scopes: frozenset[str] | None,
    top: int | None,
) -> list[RatioChange]:
    """Split the change of a metric between two moments, repository by repository; parts behind `top` are summed up."""
    from analyzer.stages import measurement, why

    why.check(metric)
    chosen = measurement.definition(definition)
    with _open(session) as store:
        starts, ends = (_sites(session, store, specs, base, moment) for moment in (start, end))
        return why.changes(store, starts, ends, chosen, scopes, top)


def examine(
    session: Session,
    specs: Sequence[RepositorySpec],
    look: Callable[[Session, Store, Place], Iterable[Found]],
    *,
    base: Path,
    as_of: str | None = None,
) -> Iterator[Found]:
    """Yield what `look` finds, one of the stages that examine what is known: verifying, auditing, receipts."""
    from analyzer.stages.moments import places

    with _open(session) as store:
        for place in places(session, store, _known(session, store, specs, base).read, as_of):
            yield from look(session, store, place)


def _sites(
    session: Session, store: Store, specs: Sequence[RepositorySpec], base: Path, as_of: str | None
) -> list[Site]:
    from analyzer.stages.moments import places
    from analyzer.stages.sites import sites

    known = _known(session, store, specs, base)
    return sites(session, places(session, store, known.read, as_of), known.failed)


def export_facts(session: Session, spec: RepositorySpec, *, base: Path) -> bytes:
    """Return a file with all facts of one repository, made complete first. Raises CarryError."""
    from analyzer.stages import carrying, preparing
    from analyzer.stages.moments import places

    with _open(session) as store:
        found = places(session, store, _known(session, store, [spec], base).read, None)
        preparing.prepare(session, store, found, late=True)
        return carrying.packed(session, store, found[0])


def import_facts(session: Session, content: bytes, specs: Sequence[RepositorySpec], *, base: Path) -> tuple[str, bool]:
    """Take the facts in a file for those of the repository among `specs` that they are of.

    Return its name, and whether anything was new. Raises FactsDamaged, FactsOfAnotherVersion, WrongRepository.
    """
    from analyzer.stages import taking_in

    with _open(session) as store:
        return taking_in.take_in(session, store, content, specs, base=base)


def _open(session: Session) -> Store:
    from analyzer.store.store import Store

    store = Store.open(session.workspace.database)
    if store.rebuilt:
        session.progress.note("the facts were written by another version of Diptych; they are read again")
    return store


def _refresh(session: Session, store: Store, specs: Sequence[RepositorySpec], base: Path) -> Refreshed:
    from analyzer.stages.refreshing import refresh_one

    read, failed = list[Read](), list[NotCounted]()
    with Workers(session.jobs) as pool:
        for spec in specs:
            try:
                read.append(refresh_one(session, store, pool, spec, base))
            except (ConfigError, StoreDamaged):
                raise
            except AnalyzerError as error:
                if len(specs) == 1:
                    raise
                failed.append(NotCounted(spec.name, Reason.NOT_UPDATED, spec.name, error.message))
    if not read:
        raise AnalyzerError("none of the repositories could be read", hint="; ".join(one.detail for one in failed))
    return Refreshed(tuple(read), tuple(failed))


def _known(session: Session, store: Store, specs: Sequence[RepositorySpec], base: Path) -> Refreshed:
    """Return what is in the cache as it is; what is not there yet is brought."""
    from analyzer.stages import refreshing

    found = {spec.name: refreshing.known(session, store, spec, base) for spec in specs}
    read = [there for there in found.values() if there is not None]
    missing = [spec for spec in specs if found[spec.name] is None]
    if not missing:
        return Refreshed(tuple(read), ())
    try:
        brought = _refresh(session, store, missing, base)
    except AnalyzerError as error:
        if not read or isinstance(error, ConfigError | StoreDamaged):
            raise
        lost = tuple(NotCounted(spec.name, Reason.NOT_UPDATED, spec.name, error.message) for spec in missing)
        brought = Refreshed((), lost)
    order = {spec.name: place for place, spec in enumerate(specs)}
    return Refreshed(tuple(sorted((*read, *brought.read), key=lambda one: order[one.spec.name])), brought.failed)
