"""Mirror -> store: all that every run needs, as far as it is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.stages.history import read_history
from analyzer.stages.lines import count_lines, up_to_date

if TYPE_CHECKING:
    from analyzer.session import Read, Session
    from analyzer.store.store import Store
    from analyzer.workers import Workers


def filled(store: Store, read: Read) -> bool:
    """Whether the facts go as far as the mirror, were read from it, and by the rules of today."""
    reached = store.mined_head(read.repository) == read.mirror.head and store.carried.of(read.repository) is None
    return reached and up_to_date(store, read)


def fill(session: Session, store: Store, pool: Workers, read: Read) -> None:
    """Read the history and count the lines up to the mirror's head, and log that it was done."""
    if filled(store, read):
        return
    log = store.start_refresh(read.repository, session.now)
    new = read_history(session, store, pool, read)
    count_lines(session, store, pool, read)
    store.set_mined_head(read.repository, read.mirror.head, read.mirror.branch)
    store.finish_refresh(log, finished=session.now, head=read.mirror.head, new_commits=new, outcome="ok")
