"""Mirror -> a second store: what the first one holds, read again from nothing, all of it or some."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analyzer.mine import history, trees
from analyzer.mine.graph import read_graph
from analyzer.mine.tags import tags
from analyzer.stages import preparing
from analyzer.stages.history import read_branch, read_changes, read_history
from analyzer.stages.lines import classify_paths, count_lines
from analyzer.stages.moments import places
from analyzer.stages.recounting import RECOUNTS, Key
from analyzer.store.natural import Row, columns, keys

if TYPE_CHECKING:
    from analyzer.model.verification import Draw
    from analyzer.session import Read, Session
    from analyzer.store.natural import Natural
    from analyzer.store.store import Store
    from analyzer.workers import Workers

VERSIONS = ("counter", "version")
"""Columns that say which version of a program found a row."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is read again."""

    keys: Mapping[str, list[Key]]
    """Of each table of `RECOUNTS`, what was looked at."""
    commits: frozenset[str]
    """The hashes of all commits that the cache knows, or of those that were drawn."""
    subjects: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Of a sample: of each table, the first part of the keys that were drawn."""


def wanted(kept: Natural, read: Read, draw: Draw | None) -> Wanted:
    """Return what the cache says it holds, or what was drawn of it; the commits are drawn from the mirror's."""
    found = {name: keys_of(kept, name) for name in RECOUNTS}
    if draw is None:
        return Wanted(found, frozenset(kept.commits.values()))
    # No secret depends on it: what was drawn must be the same again for the same seed.
    chance = random.Random(draw.seed)  # noqa: S311
    commits = _drawn(chance, draw, sorted(history.ancestors(read.mirror.path, read.mirror.head)))
    subjects = {name: _drawn(chance, draw, sorted({key[0] for key in found[name]})) for name in sorted(found)}
    some = {
        name: [] if RECOUNTS[name].whole else [key for key in found[name] if key[0] in subjects[name]] for name in found
    }
    return Wanted(some, commits, subjects)


def fill(session: Session, store: Store, pool: Workers, read: Read, what: Wanted, *, all_of_it: bool) -> None:
    """Read it into `store`, whose repository `read` names. Raises MineError."""
    if all_of_it:
        read_history(session, store, pool, read)
        _read_branches(session, store, pool, read, what.commits)
        count_lines(session, store, pool, read)
    else:
        also = {sha for (sha,) in what.keys["commit_quality"]}
        _read_some(session, store, pool, read, what.commits | also)
        contents = {key[0] for name, some in what.keys.items() if name.startswith("blob_") for key in some}
        store.canonical.add_contents({*contents, *(old for _new, old in what.keys["blob_edits"])})
    store.set_mined_head(read.repository, read.mirror.head, read.mirror.branch)
    store.set_troubles(read.repository, read.mirror.troubles)
    for name, recount in RECOUNTS.items():
        with store.canonical.of(read.repository, alone=not all_of_it) as natural:
            done = set(keys_of(natural, name))
            # What the mirror does not have any more stays a difference.
            there = set(natural.commits.values()) if name == "commit_quality" else None
        missing = [key for key in what.keys[name] if key not in done and (there is None or key[0] in there)]
        recount.again(session, store, pool, read, missing)


def follow(session: Session, store: Store, pool: Workers, read: Read, kept: Store, known: Read) -> bool:
    """Read the slow parts that the cache has up to its head; return whether it has."""
    there = True
    for part in preparing.parts().values():
        if part.late:
            (ours,), (theirs,) = (places(session, *side, None) for side in ((kept, [known]), (store, [read])))
            there = there and part.there(session, kept, ours)
            if there:
                part.read(session, store, pool, theirs)
    return there


def keys_of(natural: Natural, name: str) -> list[Key]:
    """Return the keys of the rows of a table of `RECOUNTS`, those of today's versions."""
    wanted = [columns(name).index(key) for key in keys(name) if key != "ordinal"]
    rows = of_today(name, natural.rows(name), natural)
    return list(dict.fromkeys(tuple(row[place] for place in wanted) for row in rows))


def of_today(name: str, rows: Iterable[Row], fresh: Natural) -> list[Row]:
    """Return the rows of a table of `RECOUNTS` that today's versions found: those that `fresh` has, if need be."""
    place = next(columns(name).index(title) for title in VERSIONS if title in columns(name))
    today = RECOUNTS[name].versions or {row[place] for row in fresh.rows(name)}
    return [row for row in rows if row[place] in today]


def subject(name: str, row: Row) -> str:
    """Return what a row of a table of `RECOUNTS`, or of one that follows it, is about: a content, commit or tree."""
    told: str = row[columns(name).index("sha" if "sha" in columns(name) else keys(name)[0])]
    return told


def _drawn(chance: random.Random, draw: Draw, found: Sequence[str]) -> frozenset[str]:
    return frozenset(chance.sample(found, draw.size(len(found))))


def _read_branches(session: Session, store: Store, pool: Workers, read: Read, known: frozenset[str]) -> None:
    """Read the commits that the cache has beside those of the branch: of tags that somebody asked for."""
    for sha in sorted(known - store.known_commits(read.repository)):
        if trees.resolve(read.mirror.path, sha) and sha not in store.known_commits(read.repository):
            read_branch(session, store, pool, read, sha)


def _read_some(session: Session, store: Store, pool: Workers, read: Read, commits: frozenset[str]) -> None:
    git_dir, head = read.mirror.path, read.mirror.head
    graph = read_graph(git_dir, head)
    positions = {sha: position for position, sha in enumerate(graph.trunk())}
    store.add_commits(read.repository, history.commits(git_dir, graph, graph.parents.keys() - commits, positions))
    read_changes(session, store, pool, read)
    classify_paths(store, read)
    store.set_tags(read.repository, tags(git_dir))
