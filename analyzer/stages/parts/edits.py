"""Mirror -> store: which lines of program files changed along the trunk in the last twelve months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.languages import CATEGORIES
from analyzer.model.edit import EDITS_VERSION
from analyzer.model.language import Category
from analyzer.stages.chunks import in_chunks
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

PROGRAMS = frozenset(name for name, category in CATEGORIES.items() if category is Category.LOGIC)
PAIRS_A_CHUNK = 200


def read_edits(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Compare every two successive versions that were not compared before."""
    read = place.read
    pending = store.edits.pending(read.repository, place.moment, PROGRAMS, place.branch)
    label = f"Comparing recent versions of files of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.edits, pending, label, PAIRS_A_CHUNK):
        store.edits.add(rows)


PART = Part(__name__, tables=("edits",), version=EDITS_VERSION, read=read_edits, switch="coupling")
