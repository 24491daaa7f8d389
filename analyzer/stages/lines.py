"""Mirror -> store: what the paths are, and the line vectors of the contents that are not counted yet."""

from __future__ import annotations

from collections.abc import Sequence

from analyzer import workers
from analyzer.count.blob import COUNTER_VERSION
from analyzer.count.kinds import ATTRIBUTES, KINDS_VERSION, path_kind
from analyzer.mine.blobs import attributes, attributes_fingerprint
from analyzer.session import Read, Session
from analyzer.stages.chunks import in_chunks
from analyzer.store.store import Store
from analyzer.workers import Workers

BLOBS_A_CHUNK = 500


def up_to_date(store: Store, read: Read) -> bool:
    """Whether the paths are classified and all contents counted by the rules of today."""
    return not unclassified(store, read) and not uncounted(store, read)


def unclassified(store: Store, read: Read) -> list[str]:
    """Return the paths that the rules of today, and of the head, have not classified."""
    return store.unclassified_paths(read.repository, _rules(read))


def uncounted(store: Store, read: Read) -> list[tuple[str, str]]:
    """Return (object id, hint) of each content that the counter of today has not counted."""
    return store.pending_blobs(read.repository, COUNTER_VERSION)


def count_lines(session: Session, store: Store, pool: Workers, read: Read) -> None:
    """Count every file content that the trunk ever held and that was not counted before."""
    classify_paths(store, read)
    count_blobs(session, store, pool, read, uncounted(store, read))
    texts = store.pending_licences(read.repository, COUNTER_VERSION)
    if texts:
        store.add_licences(COUNTER_VERSION, workers.licences(read.mirror.path, texts))


def classify_paths(store: Store, read: Read) -> None:
    """Give every path its language and scope by the rules of the head; all anew when the rules have changed."""
    git_dir, head, rules = read.mirror.path, read.mirror.head, _rules(read)
    paths = store.unclassified_paths(read.repository, rules)
    if paths:
        said = attributes(git_dir, head, paths, ATTRIBUTES)
        store.classify_paths(read.repository, rules, {path: path_kind(path, said.get(path, {})) for path in paths})


def count_blobs(session: Session, store: Store, pool: Workers, read: Read, pending: Sequence[tuple[str, str]]) -> None:
    """Count contents, given as (object id, language hint), and keep what came out, chunk by chunk."""
    label = f"Counting lines of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.lines, pending, label, BLOBS_A_CHUNK):
        store.add_lines(COUNTER_VERSION, rows)


def _rules(read: Read) -> str:
    return f"{KINDS_VERSION}:{attributes_fingerprint(read.mirror.path, read.mirror.head)}"
