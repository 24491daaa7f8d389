"""What single contents and commits were found to be, found again: the same workers, asked for the same keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.blob import COUNTER_VERSION
from analyzer.count.docstrings import DOCSTRINGS_VERSION
from analyzer.count.lizard_functions import LIZARD_VERSION
from analyzer.count.python_quality import RADON_VERSION
from analyzer.count.syntax import SYNTAX_VERSION
from analyzer.count.unique_lines import UNIQUE_LINES_VERSION
from analyzer.mine import trees
from analyzer.mine.change_version import CHANGES_VERSION
from analyzer.model.edit import EDITS_VERSION
from analyzer.stages import preparing
from analyzer.stages.chunks import in_chunks
from analyzer.stages.lines import count_blobs
from analyzer.stages.moments import places
from analyzer.stages.parts.mailmap import MAILMAP_VERSION, read_texts

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from analyzer.session import Read, Session
    from analyzer.store.store import Store
    from analyzer.workers import Workers

Key = tuple[str, ...]
"""Natural: object ids, hashes, words, in the order of the table's key."""
Again = Callable[["Session", "Store", "Workers", "Read", Sequence[Key]], None]

A_CHUNK = 100
_PYTHON = "Python"


@dataclass(frozen=True, slots=True)
class Recount:
    """One table whose rows say what was looked at, and how that is looked at again."""

    versions: frozenset[str]
    """Of whatever looks today: rows of others are of no use to anybody, and are replaced when they are asked for."""
    again: Again
    followers: tuple[str, ...] = ()
    """Tables whose rows are found together with these; their keys begin with the same columns."""
    whole: bool = False
    """Whether a key stands for a whole tree, so that it is in no sample."""


def _lines(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    count_blobs(session, store, pool, read, [(oid, hint) for oid, hint in keys])


def _licences(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    store.add_licences(COUNTER_VERSION, workers.licences(read.mirror.path, sorted({oid for oid, *_ in keys})))


def _mailmaps(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    store.contents.add("mailmap", MAILMAP_VERSION, read_texts(read.mirror.path, [oid for (oid,) in keys]))


def _contents(kind: str, version: str, work: Callable[[Path, Sequence[str]], list[Any]]) -> Again:
    def again(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
        oids, label = [oid for (oid,) in keys], f"Parsing files of {read.spec.name}"
        for rows in in_chunks(session, pool, read, work, oids, label, A_CHUNK):
            store.contents.add(kind, version, rows)

    return again


def _radon(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    label = f"Measuring the complexity of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.python_quality, [oid for oid, *_ in keys], label, A_CHUNK):
        store.functions.add(RADON_VERSION, [functions for _, functions in rows])
        store.contents.add("radon", RADON_VERSION, [figures for figures, _ in rows])


def _functions(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    _radon(session, store, pool, read, [key for key in keys if key[1] == _PYTHON])
    others = [(oid, language) for oid, language, *_ in keys if language != _PYTHON]
    label = f"Looking for functions of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.functions, others, label, A_CHUNK):
        store.functions.add(LIZARD_VERSION, rows)


def _edits(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    pairs, label = [(old, new) for new, old in keys], f"Comparing versions of files of {read.spec.name}"
    for rows in in_chunks(session, pool, read, workers.edits, pairs, label, A_CHUNK):
        store.edits.add(rows)


def _changes(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    shas, label = [sha for (sha,) in keys], f"Looking at recent changes of {read.spec.name}"
    for found in in_chunks(session, pool, read, workers.change_quality, shas, label, A_CHUNK):
        store.recent_changes.add(read.repository, CHANGES_VERSION, found)


def _parts(session: Session, store: Store, pool: Workers, read: Read, keys: Sequence[Key]) -> None:
    shelf = preparing.parts()
    for part, sha in keys:
        if part in shelf and trees.resolve(read.mirror.path, sha):
            for place in places(session, store, [read], sha):
                shelf[part].read(session, store, pool, place)


RECOUNTS: Mapping[str, Recount] = {
    "blob_lines": Recount(frozenset({COUNTER_VERSION}), _lines),
    "blob_licences": Recount(frozenset({COUNTER_VERSION}), _licences),
    "blob_mailmaps": Recount(frozenset({MAILMAP_VERSION}), _mailmaps),
    "blob_docstrings": Recount(
        frozenset({DOCSTRINGS_VERSION}), _contents("docstrings", DOCSTRINGS_VERSION, workers.docstrings)
    ),
    "blob_syntax": Recount(frozenset({SYNTAX_VERSION}), _contents("syntax", SYNTAX_VERSION, workers.syntax)),
    "blob_line_hashes": Recount(
        frozenset({UNIQUE_LINES_VERSION}), _contents("line_hashes", UNIQUE_LINES_VERSION, workers.line_hashes)
    ),
    "blob_radon": Recount(frozenset({RADON_VERSION}), _radon),
    "blob_complexity": Recount(frozenset({RADON_VERSION, LIZARD_VERSION}), _functions, ("blob_functions",)),
    "blob_edits": Recount(frozenset({EDITS_VERSION}), _edits),
    "commit_quality": Recount(frozenset({CHANGES_VERSION}), _changes, ("change_quality",)),
    "parts_read": Recount(frozenset(), _parts, ("unique_lines",), whole=True),
}
"""By table, in the order in which they are read; `parts_read` last, since what it reads may be there by then."""
