"""Mirror -> store: the docstrings of the Python files in one tree, where they were not looked for yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.docstrings import DOCSTRINGS_VERSION
from analyzer.stages.chunks import in_chunks
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
    label = f"Looking for docstrings of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.docstrings, pending, label, BLOBS_A_CHUNK):
        store.contents.add("docstrings", DOCSTRINGS_VERSION, rows)


PART = Part(__name__, tables=("docstrings",), version=DOCSTRINGS_VERSION, read=read_docstrings)
