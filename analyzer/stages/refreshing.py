"""Spec -> Read: a repository is brought up to date and what is new of it read; else its last good state stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analyzer.acquire.mirror import acquire, held
from analyzer.errors import HostNotFound, MineError
from analyzer.model import wording
from analyzer.model.repository import Mirror, RepositorySpec
from analyzer.model.uncounted import NotCounted, Reason
from analyzer.progress import Remembering
from analyzer.session import Read, Session
from analyzer.stages import healing, standing_in
from analyzer.stages.history import read_history
from analyzer.stages.lacking import lacking
from analyzer.stages.lines import count_lines, up_to_date
from analyzer.store.store import Store
from analyzer.workers import Workers

_SHORT_HASH = 10
_REMEMBERED = frozenset({Reason.NOT_UPDATED, Reason.ORIGIN_MISMATCH})
"""Troubles of a refresh that a report without one tells, too; others are seen again by looking."""


def refresh_one(session: Session, store: Store, pool: Workers, spec: RepositorySpec, base: Path) -> Read:
    """Bring a repository and read what is new of it.

    A mirror that turns out damaged is cloned anew. What cannot be brought, or read, is left in the state in which it
    was read last, with a NOT_UPDATED trouble that says so; carried facts stand in for what was never brought. Raises
    the error if there is neither.
    """
    heard = Remembering(session.progress)
    listening = replace(session, progress=heard)
    try:
        mirror = acquire(spec, session.workspace.mirrors, heard, base=base)
    except HostNotFound:
        carried = standing_in.instead(listening, store, spec, base=base)
        if carried is None:
            raise
        return replace(carried, notes=tuple(heard.notes))
    read = standing_in.settled(
        listening, store, Read(spec, mirror, store.repository(mirror.location, spec.name)), base=base
    )
    if read.mirror.carried is not None:
        return replace(read, notes=tuple(heard.notes))
    try:
        read = _filled(listening, store, pool, read)
        damaged = not read.mirror.local and store.unreadable.any_of(read.repository)
        if damaged and healing.healed(listening, store, read, base=base):
            read = _filled(listening, store, pool, _brought_again(listening, read, base))
    except MineError as error:
        if healing.healed(listening, store, read, base=base):
            read = _filled(listening, store, pool, _brought_again(listening, read, base))
        else:
            read = _as_it_was(store, read, error)
    read = replace(read, mirror=_dated(store, read), notes=tuple(heard.notes))
    store.set_troubles(read.repository, read.mirror.troubles)
    return read


def _filled(session: Session, store: Store, pool: Workers, read: Read) -> Read:
    read = replace(read, lacked=lacking(store, read))
    return replace(read, new_commits=fill(session, store, pool, read))


def _brought_again(session: Session, read: Read, base: Path) -> Read:
    return replace(read, mirror=acquire(read.spec, session.workspace.mirrors, session.progress, base=base))


def known(session: Session, store: Store, spec: RepositorySpec, base: Path) -> Read | None:
    """Return what is in the cache as it is; None if there is nothing, or not all of it is read."""
    mirror = held(spec, session.workspace.mirrors, base=base)
    if mirror is None:
        return standing_in.as_known(session, store, spec, base=base)
    if standing_in.outdone(store, spec, mirror):
        return standing_in.as_known(session, store, spec, base=base, why="its mirror here does not go as far")
    there = Read(spec, mirror, store.repository(mirror.location, spec.name))
    try:
        return remembered(store, there) if filled(store, there) else None
    except MineError:
        # Whoever brings what is missing tells why, or clones a damaged mirror anew.
        return None


def remembered(store: Store, read: Read) -> Read:
    """Return what is in the cache with the troubles of its last refresh."""
    told = [one for one in store.troubles(read.repository, read.spec.name) if one.reason in _REMEMBERED]
    return replace(read, mirror=replace(read.mirror, troubles=(*told, *read.mirror.troubles))) if told else read


def filled(store: Store, read: Read) -> bool:
    """Whether the facts go as far as the mirror, were read from it, and by the rules of today."""
    reached = store.mined_head(read.repository) == read.mirror.head and store.carried.of(read.repository) is None
    return reached and up_to_date(store, read)


def fill(session: Session, store: Store, pool: Workers, read: Read) -> int:
    """Read what is new, and return how many commits were."""
    if filled(store, read):
        return 0
    log = store.start_refresh(read.repository, session.now)
    new = read_history(session, store, pool, read)
    count_lines(session, store, pool, read)
    store.set_mined_head(read.repository, read.mirror.head, read.mirror.branch)
    store.finish_refresh(log, finished=session.ended(), head=read.mirror.head, new_commits=new, outcome="ok")
    return new


def _as_it_was(store: Store, read: Read, error: MineError) -> Read:
    before = store.mined_head(read.repository)
    if before is None or before == read.mirror.head or store.moment(read.repository, before) is None:
        raise error
    stale = NotCounted(read.spec.name, Reason.NOT_UPDATED, read.mirror.location, error.message)
    return replace(read, mirror=replace(read.mirror, head=before, troubles=(stale, *read.mirror.troubles)))


def _dated(store: Store, read: Read) -> Mirror:
    """Return the mirror with the age of its state in the trouble that says that it is an earlier one."""
    stale = read.stale
    if stale is None:
        return read.mirror
    moment = store.moment(read.repository, read.mirror.head)
    good = store.record.last_good(read.mirror.location)
    commit = f"commit {read.mirror.head[:_SHORT_HASH]}" + (f" of {wording.day(moment.time)}" if moment else "")
    when = f", read last on {wording.day(good)}" if good is not None else ""
    dated = replace(stale, detail=f"{stale.detail}; its figures are those of {commit}{when}")
    rest = tuple(one for one in read.mirror.troubles if one is not stale)
    return replace(read.mirror, troubles=(dated, *rest))
