"""What the user asked for ("2020-07-01", "2.0", a hash, nothing) -> the commit of each repository to measure at."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from analyzer.count.blob import COUNTER_VERSION
from analyzer.errors import BadMoment
from analyzer.mine import history, trees
from analyzer.model.change import TreeChange
from analyzer.model.moment import Moment
from analyzer.model.quality import Quality
from analyzer.session import Read, Session
from analyzer.stages.history import read_branch
from analyzer.stages.lines import classify_paths, count_blobs
from analyzer.store.store import Store
from analyzer.workers import Workers

_DIGITS = re.compile(r"[0-9a-f]{4,40}")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2}([T ].+)?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """A repository at a moment."""

    read: Read
    moment: Moment
    branch: tuple[TreeChange, ...] = ()
    """For a commit off the trunk: what differs from the trunk commit at the moment's position."""
    quality: Quality = field(default_factory=Quality)
    """How far back recent commits are looked at."""


def places(session: Session, store: Store, reads: Sequence[Read], as_of: str | None) -> list[Place]:
    """Return where each repository is measured; one that has no such moment is left out and the user told.

    Without `as_of`: the heads, and all windows end at the newest of them. A date means its first second in UTC, and
    the newest trunk commit that is not later. Raises BadMoment if no repository has such a moment.
    """
    if as_of is None:
        heads = [(read, _head(store, read)) for read in reads]
        end = max((moment.time for _, moment in heads if moment), default=0)
        return [Place(read, replace(moment, end=end), quality=session.quality) for read, moment in heads if moment]
    time = date(as_of)
    if time is not None:
        dated = [(read, store.at(read.repository, time, label=as_of)) for read in reads]
        found = [Place(read, moment, quality=session.quality) for read, moment in dated if moment]
    else:
        with Workers(session.jobs) as pool:
            named = [_named(session, store, pool, read, as_of) for read in reads]
        found = [place for place in named if place is not None]
    there = {place.read.spec.name for place in found}
    for read in reads:
        if read.spec.name not in there:
            session.progress.note(f"{read.spec.name} has no commit as of {as_of} and is left out")
    if not found:
        hint = "give a date (2020-07-01), a tag or a commit hash of the repository"
        raise BadMoment(f"no repository has a commit as of {as_of!r}", hint=hint)
    return found


def _head(store: Store, read: Read) -> Moment | None:
    # What could not be read to its end is measured where it was read last, which lies before the newest commit.
    return store.moment(read.repository, read.mirror.head) or store.head(read.repository)


def date(text: str) -> int | None:
    """Return a date's first second, or a date and time, in seconds since 1970; UTC unless it says otherwise.

    None if the text does not look like a date; raises BadMoment if it does and there is no such date.
    """
    if not _DATE.fullmatch(text):
        return None
    try:
        moment = datetime.datetime.fromisoformat(f"{text}-01" if len(text) == len("2020-07") else text)
    except ValueError as error:
        raise BadMoment(f"there is no date {text!r}", hint="write it like 2020-07-01") from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return int(moment.timestamp())


def _named(session: Session, store: Store, pool: Workers, read: Read, name: str) -> Place | None:
    git_dir = read.mirror.path
    if read.mirror.carried is not None:
        return _named_in_facts(session, store, read, name)
    sha = trees.resolve(git_dir, name)
    if sha is None:
        return None
    moment = store.moment(read.repository, sha, label=name)
    if moment is not None:
        return Place(read, moment, quality=session.quality)
    reach = history.ancestors(git_dir, sha)
    fork = store.branched_from(read.repository, reach)
    if fork is None:
        hint = "choose a tag or commit that descends from the branch that is read"
        raise BadMoment(f"{name!r} of {read.spec.name} shares no history with {read.mirror.branch}", hint=hint)
    if sha not in store.known_commits(read.repository):
        read_branch(session, store, pool, read, sha)
    branch = tuple(trees.tree_changes(git_dir, fork.sha, sha))
    store.add_tree(read.repository, branch)
    classify_paths(store, read)
    count_blobs(session, store, pool, read, store.pending_blobs_of(read.repository, COUNTER_VERSION, branch))
    time = history.committed(git_dir, sha)
    return Place(read, Moment(sha, time, fork.position, time, on_trunk=False, label=name), branch, session.quality)


def _named_in_facts(session: Session, store: Store, read: Read, name: str) -> Place | None:
    """Return the place of a tag, or of the digits of a hash, on the trunk: all that facts without a mirror know."""
    digits = name.lower()
    known = store.carried.tagged(read.repository, name) or (
        [sha for sha in store.known_commits(read.repository) if sha.startswith(digits)]
        if _DIGITS.fullmatch(digits)
        else []
    )
    if not known:
        return None
    moment = store.moment(read.repository, known[0], label=name) if len(known) == 1 else None
    if moment is None:
        hint = "give a date, or a commit of the branch in full; all others need the repository itself"
        raise BadMoment(f"{name!r} of {read.spec.name} cannot be found in facts that were carried here", hint=hint)
    return Place(read, moment, quality=session.quality)
