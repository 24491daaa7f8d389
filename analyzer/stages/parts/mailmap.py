"""Mirror -> store: the text of the .mailmap in one tree, where it was not read yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.mine.blobs import read_blobs
from analyzer.model.content import BlobFacts
from analyzer.model.mailmap import LONGEST, decoded
from analyzer.model.uncounted import Reason
from analyzer.stages.part import Part

if TYPE_CHECKING:
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

MAILMAP_VERSION = "mailmap-1"


def read_mailmap(_session: Session, store: Store, _pool: Workers, place: Place) -> None:
    """Read the .mailmap at the top of the tree; one that is too large to be one is not read, and its row says so."""
    read = place.read
    pending = store.contents.pending("mailmap", read.repository, place.moment, MAILMAP_VERSION, place.branch)
    if pending:
        store.contents.add("mailmap", MAILMAP_VERSION, read_texts(read.mirror.path, pending))


def read_texts(git_dir: Path, blobs: Sequence[str]) -> list[BlobFacts]:
    """Return the texts of mailmaps, one row each."""
    return [_row(oid, content) for oid, content in read_blobs(git_dir, blobs)]


def _row(oid: str, content: bytes | None) -> BlobFacts:
    if content is None:
        return BlobFacts(oid, Reason.BROKEN_OBJECT.value, ("",))
    if len(content) > LONGEST:
        return BlobFacts(oid, Reason.TOO_LARGE.value, ("",))
    return BlobFacts(oid, "", (decoded(content),))


PART = Part(__name__, tables=("mailmap",), version=MAILMAP_VERSION, read=read_mailmap)
