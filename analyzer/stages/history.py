"""Mirror -> store: the commits, changes and tags that are not there yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analyzer import workers
from analyzer.mine import history
from analyzer.mine.graph import Graph, read_graph
from analyzer.mine.tags import tags
from analyzer.model.commit import Commit
from analyzer.model.uncounted import Reason
from analyzer.model.wording import plural
from analyzer.progress import Task
from analyzer.session import Read, Session
from analyzer.stages.chunks import chunks
from analyzer.store.store import Store
from analyzer.workers import Workers

COMMITS_A_CHUNK = 1000


def read_history(session: Session, store: Store, pool: Workers, read: Read) -> int:
    """Read what the mirror has and the store has not; return how many commits were new.

    A branch whose history was rewritten loses the commits that it no longer reaches, and the user is told.
    """
    graph = read_graph(read.mirror.path, read.mirror.head)
    known = store.known_commits(read.repository)
    gone = _rewritten(store, read, graph, known)
    if gone:
        store.drop_commits(read.repository, gone)
        session.progress.note(
            f"{read.spec.name}: the history of {read.mirror.branch} was rewritten; "
            f"{plural(len(gone), 'commit')} read before {'is' if len(gone) == 1 else 'are'} no longer part of it"
        )
    trunk = graph.trunk()
    positions = {sha: position for position, sha in enumerate(trunk)}
    count = _add(session, store, read, history.commits(read.mirror.path, graph, known - gone, positions))
    store.set_positions(read.repository, trunk)
    read_changes(session, store, pool, read)
    store.set_tags(read.repository, tags(read.mirror.path))
    return count


def read_branch(session: Session, store: Store, pool: Workers, read: Read, sha: str) -> None:
    """Read the commits that lead to `sha`, a commit that the head does not reach, such as a release branch's tag."""
    known = store.known_commits(read.repository)
    _add(session, store, read, history.commits(read.mirror.path, read_graph(read.mirror.path, sha), known, {}))
    read_changes(session, store, pool, read)


def read_changes(session: Session, store: Store, pool: Workers, read: Read) -> None:
    """Read what the stored commits changed, where that is not known yet."""
    pending = store.pending_changes(read.repository)
    if not pending:
        return
    task = session.progress.task(f"Reading changes of {read.spec.name}", len(pending))
    for shas, rows in pool.each(workers.changes, read.mirror.path, chunks(pending, COMMITS_A_CHUNK)):
        store.add_changes(read.repository, shas, rows)
        task.advance(len(shas))
    task.finish()


def incomplete(read: Read) -> bool:
    """Whether counts of this history are only a floor."""
    return any(trouble.reason in (Reason.SHALLOW, Reason.PARTIAL) for trouble in read.mirror.troubles)


def _rewritten(store: Store, read: Read, graph: Graph, known: set[str]) -> set[str]:
    before = store.mined_head(read.repository)
    # Commits of tags off the branch are no reason to forget anything, as long as the branch only grew.
    grown = before is None or before not in known or before in graph.parents
    return set() if grown else known - graph.parents.keys()


def _add(session: Session, store: Store, read: Read, new: Iterable[Commit]) -> int:
    task = session.progress.task(f"Reading commits of {read.spec.name}")
    count = store.add_commits(read.repository, _told(new, task))
    task.finish()
    return count


def _told(commits: Iterable[Commit], task: Task) -> Iterator[Commit]:
    for commit in commits:
        yield commit
        task.advance()
