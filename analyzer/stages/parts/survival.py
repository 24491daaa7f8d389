"""Store and mirror -> store: who wrote each line of the trunk, and when it went."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from analyzer import workers
from analyzer.count.blob import COUNTER_VERSION
from analyzer.count.kinds import KINDS_VERSION
from analyzer.count.languages import CATEGORIES
from analyzer.mine.blobs import attributes_fingerprint
from analyzer.mine.ignored import ignored_commits
from analyzer.stages.chunks import chunks
from analyzer.stages.lineages import families, parcels
from analyzer.stages.part import Part
from analyzer.store.lines import Reached

if TYPE_CHECKING:
    from analyzer.model.survival import Followed
    from analyzer.progress import Task
    from analyzer.session import Session
    from analyzer.stages.moments import Place
    from analyzer.store.store import Store
    from analyzer.workers import Workers

VERSION = f"survival 2, lines {COUNTER_VERSION}, paths {KINDS_VERSION}"
STEPS_A_BATCH = 20_000
"""What is read in one transaction; a run that was killed goes on behind the last one that was whole."""
STEPS_A_PARCEL = 300
FILES_A_CHUNK = 200


def follow_lines(session: Session, store: Store, pool: Workers, place: Place) -> None:
    """Follow the lines of all files along the trunk, from where that ended the last time."""
    read = place.read
    if lines_followed(session, store, place):
        return
    ignored, rules = _said(place)
    reached = _start(store, read.repository, rules)
    after = reached.position if reached else -1
    touched = _touched(store, read.repository, reached)
    trunk = store.lines.trunk(read.repository, after)
    task = session.progress.task(f"Following lines of {read.spec.name}", sum(size for size, _ in trunk))
    for count, sha in _batches(trunk):
        found = _follow(store, pool, place, (after, after + count), ignored, task)
        after += count
        if touched is not None:
            touched.update(path for one in found for path in one.states)
        store.lines.add(read.repository, found, Reached(sha, after, VERSION, rules))
    task.finish()
    _look_at_comments(store, pool, place, touched)


def lines_followed(_session: Session, store: Store, place: Place) -> bool:
    """Whether the lines of a repository were followed up to its head."""
    reached = store.lines.reached(place.read.repository)
    head = store.mined_head(place.read.repository)
    if reached is None or (reached.sha, reached.version) != (head, VERSION):
        return False
    return store.lines.commented_at(place.read.repository) == head


def _said(place: Place) -> tuple[frozenset[str], str]:
    """Return the commits that blame passes over, and a fingerprint of all that the head says of lines."""
    git_dir, head = place.read.mirror.path, place.read.mirror.head
    ignored = ignored_commits(git_dir, head)
    words = "\n".join([attributes_fingerprint(git_dir, head), *sorted(ignored)])
    return ignored, hashlib.sha256(words.encode()).hexdigest()[:16]


def _start(store: Store, repository: int, rules: str) -> Reached | None:
    """Return what was reached before, if that was by the same rules and along the same trunk; else forget it."""
    reached = store.lines.reached(repository)
    if reached is not None and (reached.version, reached.rules) == (VERSION, rules):
        return reached
    store.lines.begin_again(repository)
    return None


def _touched(store: Store, repository: int, reached: Reached | None) -> set[int] | None:
    """Return a set for the paths whose lines change from here on; None if the comments of all have to be looked at.

    What stands by a comment is the same as long as its file is.
    """
    known = reached is not None and store.lines.commented_at(repository) == reached.sha
    return set() if known else None


def _batches(trunk: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the number of commits of each batch and the hash of its last one."""
    commits = steps = 0
    for place, (size, sha) in enumerate(trunk, 1):
        commits, steps = commits + 1, steps + size
        if steps >= STEPS_A_BATCH or place == len(trunk):
            yield commits, sha
            commits = steps = 0


def _follow(
    store: Store, pool: Workers, place: Place, span: tuple[int, int], ignored: frozenset[str], task: Task
) -> list[Followed]:
    grouped = families(store.lines.steps(place.read.repository, *span, ignored))
    paths = {path for step in chain.from_iterable(grouped) for path in (step.path, step.source)}
    states = store.lines.states(paths)
    work = [
        [
            ({path: states[path] for step in family for path in (step.path, step.source) if path in states}, family)
            for family in parcel
        ]
        for parcel in parcels(grouped, STEPS_A_PARCEL)
    ]
    found: list[Followed] = []
    for followed in pool.each(workers.survival, place.read.mirror.path, work):
        found += followed
        task.advance(sum(one.steps for one in followed))
    # As they are done differs from run to run: what is stored must not.
    return sorted(found, key=lambda one: min(one.states, default=0))


def _look_at_comments(store: Store, pool: Workers, place: Place, touched: set[int] | None) -> None:
    repository = place.read.repository
    head = store.head(repository)
    if head is None:
        return
    # Of data and prose nobody says what stands by what.
    files = [file for file in store.lines.files(repository, head, touched) if CATEGORIES.get(file.language) == "logic"]
    found = list(
        chain.from_iterable(pool.each(workers.stale_comments, place.read.mirror.path, chunks(files, FILES_A_CHUNK)))
    )
    store.lines.set_comments(repository, head.sha, found, touched)


PART = Part(
    __name__,
    tables=("survivors", "lifetimes", "stale_comments"),
    version=VERSION,
    read=follow_lines,
    switch="survival",
    late=True,
    there=lines_followed,
)
