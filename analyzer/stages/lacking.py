"""What the cache lacks of a repository that was read before, table by table: it is read before anybody looks."""

from __future__ import annotations

from collections.abc import Iterator

from analyzer.model.wording import plural
from analyzer.session import Read
from analyzer.stages.lines import unclassified, uncounted
from analyzer.store.store import Store

_SHORT_HASH = 12


def lacking(store: Store, read: Read) -> tuple[str, ...]:
    """Return what is to be read again, or anew, each with its table; nothing of what was never read.

    Of a cache that does not reach the mirror's head, only that is told: all else follows from it.
    """
    mined = store.mined_head(read.repository)
    if mined is None:
        return ()
    if mined != read.mirror.head:
        return (f"repositories: it was read up to {mined[:_SHORT_HASH]}, not to {read.mirror.head[:_SHORT_HASH]}",)
    return tuple(_outdated(store, read))


def _outdated(store: Store, read: Read) -> Iterator[str]:
    paths, contents = len(unclassified(store, read)), len(uncounted(store, read))
    if paths:
        yield f"paths: {plural(paths, 'row')} by other rules than those of today and of the head"
    if contents:
        yield f"blob_lines: {plural(contents, 'content')} without a count by the counter of today"
