"""A mirror that is damaged gives way to a new one, and what was read of it to what is read of that."""

from __future__ import annotations

from pathlib import Path

from analyzer.acquire.mirror import cloned_anew
from analyzer.errors import AcquireError
from analyzer.session import Read, Session
from analyzer.store.store import Store


def healed(session: Session, store: Store, read: Read, *, base: Path) -> bool:
    """Clone the mirror anew if git finds damage in it, and forget the facts; return whether that was done.

    What cannot be brought stays as it is: the error that led here says more.
    """
    try:
        done = cloned_anew(read.spec, session.workspace.mirrors, session.progress, base=base)
    except AcquireError:
        return False
    if done:
        store.unreadable.forget_all(read.repository)
    return done
