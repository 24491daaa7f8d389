"""The cache against a cold reading of the same mirror, table by table."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.model.verification import TableCheck, Verification
from analyzer.model.wording import count, plural
from analyzer.stages import cold
from analyzer.stages.held_against import check
from analyzer.stages.recounting import RECOUNTS
from analyzer.store.natural import WORDS, Natural, Row, columns, fact_tables, keys, word_columns
from analyzer.store.store import Store
from analyzer.workers import Workers

if TYPE_CHECKING:
    from analyzer.model.verification import Draw
    from analyzer.session import Read, Session
    from analyzer.stages.moments import Place

_PREFIX = "verify-"
_LINES = frozenset({"survival", "line_states", "line_deaths", "comment_changes", "stale_comments"})
"""Tables that are made along the whole trunk, commit by commit."""
_OF_COMMITS = frozenset({"commits", "parents", "trailers", "vulnerabilities", "changes"})
_LEADERS = {follower: name for name, recount in RECOUNTS.items() for follower in recount.followers}


@dataclass(frozen=True, slots=True)
class Verify:
    """What is asked of each repository; called with its head, it yields the answer."""

    draw: Draw | None = None
    """What is read again; None for all."""

    def __call__(self, session: Session, store: Store, place: Place) -> Iterator[Verification]:
        """Read the repository again and yield what came of it. Raises MineError."""
        yield _verification(session, store, place.read, self.draw)


def _verification(session: Session, store: Store, read: Read, draw: Draw | None) -> Verification:
    """Read a repository again, all of it or what is drawn, into a store of its own, and compare. Raises MineError."""
    with _scratch(session) as folder, Store.open(folder / "cold.sqlite") as fresh, Workers(session.jobs) as pool:
        again = replace(read, repository=fresh.repository(read.mirror.location, read.spec.name))
        with store.canonical.of(read.repository) as kept:
            what = cold.wanted(kept, read, draw)
        _say(session, read, what, draw)
        cold.fill(session, fresh, pool, again, what, all_of_it=draw is None)
        followed = draw is None and cold.follow(session, fresh, pool, again, store, read)
        some = draw is not None
        with store.canonical.of(read.repository) as kept, fresh.canonical.of(again.repository, alone=some) as second:
            task = session.progress.task(f"Comparing tables of {read.spec.name}", len(fact_tables()))
            found = []
            for one in compared(kept, second, what, sampled=some, followed=followed):
                found.append(one)
                task.advance()
            task.finish()
    return Verification(read.spec.name, read.mirror.head, tuple(found), draw, read.lacked)


def compared(
    kept: Natural, fresh: Natural, what: cold.Wanted, *, sampled: bool = False, followed: bool = True
) -> Iterator[TableCheck]:
    """Yield a check for each table; the words that their rows use come last.

    `sampled`: only what was drawn is compared. `followed`: lines were followed again, and are compared.
    """
    words: tuple[set[str], set[str]] = (set(), set())
    for name in fact_tables():
        reason = _left_out(name, sampled, followed)
        if reason:
            yield TableCheck(name, 0, "", "", note=reason, compared=False)
            continue
        ours, theirs = list(kept.rows(name)), list(fresh.rows(name))
        outdated = _outdated(name, kept, fresh)
        if outdated:
            left = sum(cold.subject(name, row) in outdated for row in ours)
            ours, theirs = ([row for row in rows if cold.subject(name, row) not in outdated] for rows in (ours, theirs))
        if sampled:
            ours, theirs = (_within(name, rows, what, theirs) for rows in (ours, theirs))
        for used, rows in zip(words, (ours, theirs), strict=True):
            used.update(row[place] for place in word_columns(name) for row in rows if row[place] is not None)
        note = f"{plural(left, 'row')} of another version left out" if outdated else ""
        yield check(name, columns(name), keys(name), ours, theirs, note)
    used_here, used_there = ([(word,) for word in used] for used in words)
    yield check(WORDS, ("word",), ("word",), used_here, used_there)


def _left_out(name: str, sampled: bool, followed: bool) -> str:
    if name in _LINES and not followed:
        return "not in a sample" if sampled else "lines were not followed up to the head yet"
    whole = _LEADERS.get(name, name)
    return "not in a sample" if sampled and whole in RECOUNTS and RECOUNTS[whole].whole else ""


def _outdated(name: str, kept: Natural, fresh: Natural) -> set[str]:
    """Return what rows of other versions are about: they are made anew when they are asked for."""
    leader = _LEADERS.get(name, name)
    if leader not in RECOUNTS:
        return set()
    rows = list(kept.rows(leader))
    return {cold.subject(leader, row) for row in set(rows).difference(cold.of_today(leader, rows, fresh))}


def _within(name: str, rows: Iterable[Row], what: cold.Wanted, theirs: list[Row]) -> list[Row]:
    """Return the rows that were drawn: by the first part of their key, and the only one of a table that has none."""
    if name in ("repositories", "tags", "not_counted") or not keys(name):
        return list(rows)
    place = columns(name).index(keys(name)[0])
    subjects = what.commits if name in _OF_COMMITS else what.subjects.get(_LEADERS.get(name, name))
    drawn = {row[place] for row in theirs} if subjects is None else subjects
    return [row for row in rows if row[place] in drawn]


def _say(session: Session, read: Read, what: cold.Wanted, draw: Draw | None) -> None:
    """Tell how much there is to be done, before it is."""
    contents = sum(len(some) for name, some in what.keys.items() if name.startswith("blob_"))
    amount = f"{plural(len(what.commits), 'commit')} and {count(contents)} results of looking at contents"
    drawn = f", drawn by seed {draw.seed}" if draw else ", which takes as long as reading it for the first time"
    session.progress.note(f"{read.spec.name}: reading {amount} again{drawn}")


@contextmanager
def _scratch(session: Session) -> Iterator[Path]:
    """Yield a folder of this process in the cache, and remove it; so with those of processes that are no more."""
    folder = session.workspace.cache / f"{_PREFIX}{os.getpid()}"
    for old in session.workspace.cache.glob(f"{_PREFIX}*"):
        if old == folder or not _alive(old.name.removeprefix(_PREFIX)):
            shutil.rmtree(old)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _alive(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (ValueError, PermissionError):
        return True
    return True
