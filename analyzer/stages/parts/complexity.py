"""Mirror -> store: what Radon says of the Python files in one tree, and Lizard of the functions in others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.lizard_functions import LANGUAGES, LIZARD_VERSION
from analyzer.count.python_quality import RADON_VERSION
from analyzer.stages.chunks import in_chunks
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

BLOBS_A_CHUNK = 50
"""Radon takes about five milliseconds a file: small chunks keep all workers busy to the end."""


def read_complexity(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Ask about every content of the tree that was not asked about before, whatever tree it was in then."""
    _read_python(session, store, pool, place)
    _read_others(session, store, pool, place)


def _read_python(session: Session, store: Store, pool: Workers, place: Place) -> None:
    read = place.read
    pending = store.contents.pending("radon", read.repository, place.moment, RADON_VERSION, place.branch)
    label = f"Measuring the complexity of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.python_quality, pending, label, BLOBS_A_CHUNK):
        # The figures last: they say that the content is done, also to a run after one that was killed between.
        store.functions.add(RADON_VERSION, [functions for _, functions in rows])
        store.contents.add("radon", RADON_VERSION, [figures for figures, _ in rows])


def _read_others(session: Session, store: Store, pool: Workers, place: Place) -> None:
    read = place.read
    pending = store.functions.pending(read.repository, place.moment, LANGUAGES, LIZARD_VERSION, place.branch)
    label = f"Looking for functions of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.functions, pending, label, BLOBS_A_CHUNK):
        store.functions.add(LIZARD_VERSION, rows)


PART = Part(
    __name__,
    tables=("radon", "lizard", "functions"),
    version=f"{RADON_VERSION}; {LIZARD_VERSION}",
    read=read_complexity,
    switch="radon",
)
