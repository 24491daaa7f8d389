"""Mirror -> store: complexity and annotations of the Python source in sampled trees, each content once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.blob import COUNTER_VERSION
from analyzer.count.kinds import KINDS_VERSION
from analyzer.count.syntax import SYNTAX_VERSION
from analyzer.stages.chunks import in_chunks
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

BLOBS_A_CHUNK = 100
_NAME = "syntax"
_VERSION = f"{SYNTAX_VERSION}, by month, kinds {KINDS_VERSION}, lines {COUNTER_VERSION}"
"""Of all that decides what is in the samples: which files are Python source is said by the other two."""


def read_syntax(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Parse the Python source of the sampled trees, as far as it was not parsed before, and say that it is done."""
    read = place.read
    if store.trees.is_read(read.repository, _NAME, place.moment.sha, _VERSION):
        return
    pending = store.trees.pending_samples(read.repository, place.moment, SYNTAX_VERSION, place.branch)
    label = f"Parsing sampled trees of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.syntax, pending, label, BLOBS_A_CHUNK):
        store.contents.add("syntax", SYNTAX_VERSION, rows)
    store.trees.set_read(read.repository, _NAME, place.moment.sha, _VERSION)


PART = Part(
    __name__,
    tables=("syntax", "syntax_samples"),
    version=SYNTAX_VERSION,
    read=read_syntax,
    switch="evolution",
)
