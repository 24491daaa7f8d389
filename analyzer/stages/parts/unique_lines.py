"""Mirror -> store: how many different lines the tree has, from hashes that are kept of each content's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.blob import COUNTER_VERSION
from analyzer.count.kinds import KINDS_VERSION
from analyzer.count.unique_lines import UNIQUE_LINES_VERSION, distinct_lines
from analyzer.fingerprint import digest
from analyzer.stages.chunks import in_chunks
from analyzer.stages.measurement import excluded
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

BLOBS_A_CHUNK = 1000
_NAME = "unique_lines"


def read_unique_lines(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Count the different lines of the files whose lines are counted, if this tree was not looked at before."""
    read, sha = place.read, place.moment.sha
    patterns = read.spec.exclude
    version = f"{UNIQUE_LINES_VERSION}, kinds {KINDS_VERSION}, lines {COUNTER_VERSION}, without {digest(patterns)}"
    if store.trees.is_read(read.repository, _NAME, sha, version):
        return
    pending = store.contents.pending("line_hashes", read.repository, place.moment, UNIQUE_LINES_VERSION, place.branch)
    label = f"Looking for equal lines of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.line_hashes, pending, label, BLOBS_A_CHUNK):
        store.contents.add("line_hashes", UNIQUE_LINES_VERSION, rows)
    files = store.trees.lines_of_files(read.repository, place.moment, place.branch, excluded(patterns))
    store.trees.set_unique_lines(read.repository, sha, version, distinct_lines(files))


PART = Part(
    __name__,
    tables=("unique_lines",),
    version=UNIQUE_LINES_VERSION,
    read=read_unique_lines,
    switch="duplicates",
)
