"""Mirror -> store: the docstrings of the Python files in one tree, where they were not looked for yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.docstrings import DOCSTRINGS_VERSION
from analyzer.stages.chunks import chunks
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

BLOBS_A_CHUNK = 100
"""Parsing costs about a millisecond a file: smaller chunks than for lines keep all workers busy to the end."""


def read_docstrings(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Parse every Python file of the tree that was not parsed before, whatever tree it was in then."""
    read = place.read
    pending = store.contents.pending("docstrings", read.repository, place.moment, DOCSTRINGS_VERSION, place.branch)
    if not pending:
        return
    task = session.progress.task(f"Looking for docstrings of {read.spec.name}", len(pending))
    for rows in pool.each(workers.docstrings, read.mirror.path, chunks(pending, BLOBS_A_CHUNK)):
        store.contents.add("docstrings", DOCSTRINGS_VERSION, rows)
        task.advance(len(rows))
    task.finish()


PART = Part(__name__, tables=("docstrings",), version=DOCSTRINGS_VERSION, read=read_docstrings)
