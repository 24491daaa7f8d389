"""The facts and the history: what the pipeline may ask of them and tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy.engine import URL

from analyzer.errors import StoreError
from analyzer.model.change import Change, TreeChange
from analyzer.model.commit import Commit, Tag
from analyzer.model.history import Refresh
from analyzer.model.lines import BlobLines
from analyzer.model.moment import Moment
from analyzer.model.quality import Quality
from analyzer.model.scope import PathKind
from analyzer.model.uncounted import NotCounted
from analyzer.store import blobs, changes, commits, facts, history, moments, repositories
from analyzer.store.carried import CarriedFacts
from analyzer.store.contents import Contents
from analyzer.store.database import Database
from analyzer.store.edits import Edits
from analyzer.store.functions import Functions
from analyzer.store.lines import LineStore
from analyzer.store.natural import Canonical
from analyzer.store.recent_changes import RecentChanges
from analyzer.store.rounds import Record
from analyzer.store.snapshot import Snapshot
from analyzer.store.trees import Trees
from analyzer.store.unreadable import Unreadable

if TYPE_CHECKING:
    from analyzer.model.frames import Facts


class Store:
    """One database. Every method that writes is one transaction, but for `add_commits`, which is one for each batch.

    All methods raise StoreBusy, StoreDamaged (also when a file turns out damaged later) or StoreError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.rebuilt = database.rebuilt
        """Whether the facts of another version were dropped on opening: all is to be mined again."""
        self.contents = Contents(database)
        """What programs made of single contents."""
        self.functions = Functions(database)
        """The functions of contents."""
        self.edits = Edits(database)
        """How recent contents became others."""
        self.trees = Trees(database)
        """What is asked and told of whole trees."""
        self.recent_changes = RecentChanges(database)
        """What PyDriller says of recent commits."""
        self.lines = LineStore(database)
        """What is known of single lines."""
        self.canonical = Canonical(database)
        """Rows without the numbers of this store."""
        self.record = Record(database)
        """Which refreshes there were, and what they found."""
        self.unreadable = Unreadable(database)
        """What could not be read of objects."""
        self.carried = CarriedFacts(database)
        """Facts that come from another cache, or go to one."""

    @classmethod
    def open(cls, path: Path, *, busy_seconds: float = 30, rebuild: bool = True) -> Self:
        """Open the SQLite file at `path`, making it and its folder if need be; also raises StoreTooNew.

        `busy_seconds` is how long to wait for another process's transaction. Without `rebuild` facts of another version
        are left alone, and only the record of refreshes may be asked for.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            hint = "choose another workspace, or make the folder yourself"
            raise StoreError(f"the folder {path.parent} could not be made: {error.strerror}", hint=hint) from error
        return cls(Database(URL.create("sqlite", database=str(path)), busy_seconds, rebuild=rebuild))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Repositories.

    def repository(self, location: str, name: str) -> int:
        """Return the number of the repository at `location` (as shown, without credentials), adding it if new."""
        with self._database.writing() as connection:
            return repositories.add(connection, location, name)

    def repositories(self) -> list[tuple[str, str, str | None]]:
        """Return (location, name, mined branch) of every repository, by location."""
        with self._database.reading() as connection:
            return repositories.known(connection)

    def mined_head(self, repository: int) -> str | None:
        """Return the newest commit when mining last came to its end; None before that."""
        with self._database.reading() as connection:
            return repositories.mined_head(connection, repository)

    def set_mined_head(self, repository: int, head: str, branch: str) -> None:
        """Store that all of `branch` up to `head` is mined and counted; call it last."""
        with self._database.writing() as connection:
            repositories.set_mined_head(connection, repository, head, branch)

    def set_tags(self, repository: int, tags: Sequence[Tag]) -> None:
        """Replace the tags."""
        with self._database.writing() as connection:
            repositories.set_tags(connection, repository, tags)

    def tag_names(self, repository: int) -> set[str]:
        """Return the names of all stored tags."""
        with self._database.reading() as connection:
            return repositories.tag_names(connection, repository)

    def set_troubles(self, repository: int, troubles: Sequence[NotCounted]) -> None:
        """Replace what could not be read."""
        with self._database.writing() as connection:
            repositories.set_troubles(connection, repository, troubles)

    def troubles(self, repository: int, name: str) -> list[NotCounted]:
        """Return what could not be read, in the order given; `name` is what the comparison calls the repository."""
        with self._database.reading() as connection:
            return repositories.troubles(connection, repository, name)

    # Commits.

    def known_commits(self, repository: int) -> set[str]:
        """Return the hashes of all stored commits."""
        with self._database.reading() as connection:
            return commits.known(connection, repository)

    def add_commits(self, repository: int, new: Iterable[Commit]) -> int:
        """Store commits, parents before children, and return how many were given; stored ones are left as they are."""
        rest, count = iter(new), 0
        # The next batch is made before the lock is taken: making it may be slow.
        while batch := list(islice(rest, commits.BATCH)):
            with self._database.writing() as connection:
                commits.add(connection, repository, batch)
            count += len(batch)
        return count

    def set_positions(self, repository: int, trunk: Sequence[str]) -> None:
        """Make `trunk` (hashes, oldest first) the trunk, and take all other commits off it."""
        with self._database.writing() as connection:
            commits.place(connection, repository, trunk)

    def drop_commits(self, repository: int, shas: Iterable[str]) -> None:
        """Forget commits, with all that is stored about them."""
        with self._database.writing() as connection:
            commits.drop(connection, repository, shas)

    def pending_changes(self, repository: int) -> list[tuple[str, str | None]]:
        """Return (hash, first parent if a merge) of commits that are to be mined for changes, in topological order.

        Those are all but merges, and the merges on the trunk.
        """
        with self._database.reading() as connection:
            return commits.pending(connection, repository)

    # Changes and paths.

    def add_changes(self, repository: int, mined: Sequence[str], batch: Sequence[Change]) -> None:
        """Store all changes of the commits `mined`, also of those that have none; adding them again changes nothing."""
        with self._database.writing() as connection:
            changes.add(connection, repository, mined, batch)

    def add_tree(self, repository: int, batch: Sequence[TreeChange]) -> None:
        """Make known the paths and contents of a commit off the trunk, to be classified and counted like others."""
        with self._database.writing() as connection:
            changes.add_tree(connection, repository, batch)

    def unclassified_paths(self, repository: int, rules: str) -> list[str]:
        """Return the paths that rules of this fingerprint have not classified yet, sorted."""
        with self._database.reading() as connection:
            return changes.unclassified(connection, repository, rules)

    def classify_paths(self, repository: int, rules: str, kinds: Mapping[str, PathKind]) -> None:
        """Store what paths are by rules of this fingerprint."""
        with self._database.writing() as connection:
            changes.classify(connection, repository, rules, kinds)

    # Contents.

    def pending_blobs(self, repository: int, counter_version: str) -> list[tuple[str, str]]:
        """Return each (object id, hint) once that the trunk ever held and this counter has not counted.

        Successive versions of a path are neighbours. Paths must be classified; those with the hint "-" are left out.
        """
        with self._database.reading() as connection:
            return blobs.pending(connection, repository, counter_version)

    def pending_blobs_of(
        self, repository: int, counter_version: str, batch: Sequence[TreeChange]
    ) -> list[tuple[str, str]]:
        """Return the same for what enters by `batch`, after `add_tree` and the classifying of its paths."""
        with self._database.reading() as connection:
            return blobs.pending_of(connection, repository, counter_version, batch)

    def add_lines(self, counter_version: str, rows: Sequence[BlobLines]) -> None:
        """Store what counting gave, in place of what another version of the counter gave."""
        with self._database.writing() as connection:
            blobs.add_lines(connection, counter_version, rows)

    def pending_licences(self, repository: int, counter_version: str) -> list[str]:
        """Return the object ids of licence texts in the root that were not read yet."""
        with self._database.reading() as connection:
            return blobs.pending_licences(connection, repository, counter_version)

    def add_licences(self, counter_version: str, found: Mapping[str, Sequence[str]]) -> None:
        """Store the SPDX ids of licence texts by object id; give texts without any an empty sequence."""
        with self._database.writing() as connection:
            blobs.add_licences(connection, counter_version, found)

    # Moments and facts.

    def head(self, repository: int, *, end: int | None = None) -> Moment | None:
        """Return the trunk's newest commit; None if there is none. Without `end`, windows end at its time."""
        with self._database.reading() as connection:
            return moments.head(connection, repository, end)

    def moment(self, repository: int, sha: str, *, end: int | None = None, label: str = "") -> Moment | None:
        """Return the moment of a trunk commit (full hash), or None if it is not on the trunk."""
        with self._database.reading() as connection:
            return moments.of_commit(connection, repository, sha, end, label)

    def at(self, repository: int, time: int, *, label: str = "") -> Moment | None:
        """Return the first commit back along the trunk that is not later than `time`, where its windows end."""
        with self._database.reading() as connection:
            return moments.at(connection, repository, time, label)

    def branched_from(self, repository: int, ancestors: AbstractSet[str]) -> Moment | None:
        """Return the newest trunk commit among `ancestors`: where a commit off the trunk came from."""
        with self._database.reading() as connection:
            return moments.branched_from(connection, repository, ancestors)

    def facts(
        self,
        repository: int,
        name: str,
        moment: Moment,
        needs: Iterable[str],
        *,
        reach: AbstractSet[str] | None = None,
        branch_changes: Sequence[TreeChange] = (),
        excluded: Callable[[str], bool] | None = None,
        quality: Quality | None = None,
    ) -> Facts:
        """Return the tables `needs` as of a moment.

        `reach`: hashes reachable from the moment; without it, they are found by the stored parents. `branch_changes`:
        for a commit off the trunk, what differs from the trunk commit at the moment's position (told to `add_tree`
        before). `excluded` says which paths are left out of all line figures, `quality` how far back recent commits
        are looked at.
        """
        with self._database.reading() as connection:
            far = quality or Quality()
            snapshot = Snapshot(connection, repository, moment, reach, branch_changes, excluded, far)
            return facts.load(snapshot, name, needs)

    # History.

    def start_refresh(self, repository: int, started: int) -> int:
        """Log that a refresh begins, and return its number."""
        with self._database.writing() as connection:
            return history.start(connection, repository, started)

    def finish_refresh(self, refresh: int, *, finished: int, head: str | None, new_commits: int, outcome: str) -> None:
        """Log how a refresh ended: "ok" or an error's slug; `head` None if mining did not come to its end."""
        with self._database.writing() as connection:
            history.finish(connection, refresh, finished=finished, head=head, new_commits=new_commits, outcome=outcome)

    def refreshes(self, location: str | None = None, *, limit: int = 100) -> list[Refresh]:
        """Return the last refreshes of one repository, or of all, newest first."""
        with self._database.reading() as connection:
            return history.refreshes(connection, location, limit)

    def cached_comparison(self, fingerprint: str) -> str | None:
        """Return the JSON text of a comparison made before, or None."""
        with self._database.reading() as connection:
            return history.cached(connection, fingerprint)

    def cache_comparison(self, fingerprint: str, text: str) -> None:
        """Keep the JSON text of a comparison; the newest 20 are kept."""
        with self._database.writing() as connection:
            history.cache(connection, fingerprint, text)
