"""Cutting work into pieces for the workers, and going through them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from analyzer.session import Read, Session
    from analyzer.workers import Workers

Item = TypeVar("Item")
Rows = TypeVar("Rows", bound=Sized)


def chunks(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Return the items in order, `size` at a time; the last piece may be shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def in_chunks(
    session: Session,
    pool: Workers,
    read: Read,
    work: Callable[[Path, Sequence[Item]], Rows],
    wanted: Sequence[Item],
    label: str,
    size: int,
) -> Iterator[Rows]:
    """Yield what the workers make of `wanted`, `size` at a time, and tell the user, under a label, how far they are.

    Nothing is told where nothing is wanted. What is yielded counts as done once the next is asked for.
    """
    if not wanted:
        return
    task = session.progress.task(label, len(wanted))
    for rows in pool.each(work, read.mirror.path, chunks(wanted, size)):
        yield rows
        task.advance(len(rows))
    task.finish()
