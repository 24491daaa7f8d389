"""Mirror -> store: the methods that recent commits changed, where nobody looked yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.mine.change_version import CHANGES_VERSION
from analyzer.stages.chunks import in_chunks
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

COMMITS_A_CHUNK = 50
"""About 4 s of work on Django: enough for neighbours to share contents, few enough to keep all workers busy."""
LEAST_AHEAD = 4
"""Commits: fewer are looked at faster than a process is started."""


def read_recent_changes(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Look at every recent commit that was not looked at before."""
    read, pending = place.read, _pending(session, store, place)
    label = f"Looking at recent changes of {read.spec.name}"
    for found in in_chunks(session, pool, read, workers.change_quality, pending, label, COMMITS_A_CHUNK):
        store.recent_changes.add(read.repository, CHANGES_VERSION, found)


def look_ahead(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Have a process look at a few new commits while the other parts are read: of these it takes longest."""
    pending = _pending(session, store, place)
    if LEAST_AHEAD <= len(pending) <= COMMITS_A_CHUNK:
        pool.begin(workers.change_quality, place.read.mirror.path, pending)


def _pending(session: Session, store: Store, place: Place) -> list[str]:
    return store.recent_changes.pending(place.read.repository, place.moment, session.quality, CHANGES_VERSION)


PART = Part(
    __name__,
    tables=("commit_quality", "change_quality"),
    version=CHANGES_VERSION,
    read=read_recent_changes,
    ahead=look_ahead,
    switch="changes",
)
