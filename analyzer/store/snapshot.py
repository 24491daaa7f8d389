"""One repository as of one moment: what several tables of facts are made from, each read at most once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from sqlalchemy import Connection, func, select

from analyzer.errors import StoreError
from analyzer.model.change import TreeChange
from analyzer.model.moment import Moment
from analyzer.model.quality import Quality
from analyzer.model.scope import Scope
from analyzer.store import lives, loading, trunk
from analyzer.store.loading import Key, Loaded, Texts
from analyzer.store.schema import blobs, paths
from analyzer.store.trunk import Numbers

_CHUNK = 500


@dataclass(frozen=True)
class Snapshot:
    """Lives as long as the transaction of `connection`, so that all tables tell of the same state."""

    connection: Connection
    repository: int
    moment: Moment
    reach: AbstractSet[str] | None
    """Hashes reachable from the moment; None to find them by the stored parents."""
    branch: Sequence[TreeChange]
    """From the trunk commit at the moment's position to the moment's tree; empty on the trunk."""
    excluded: Callable[[str], bool] | None
    """Says of a path whether it is left out of all line figures."""
    quality: Quality = Quality()  # noqa: RUF009  (it is immutable)
    """How far back recent commits are looked at."""

    @cached_property
    def words(self) -> Texts:
        """Words by their numbers; `source` and `generated` are always among them."""
        stored = loading.vocabulary(self.connection)
        return loading.texts([*stored, *(scope for scope in (Scope.SOURCE, Scope.GENERATED) if scope not in stored)])

    @cached_property
    def scopes(self) -> trunk.Scopes:
        """The numbers of the scopes that content has a say in."""
        source, generated = (int(np.flatnonzero(self.words == scope)[0]) for scope in (Scope.SOURCE, Scope.GENERATED))
        return trunk.Scopes(source, generated)

    @cached_property
    def commit_ids(self) -> Numbers:
        """Numbers of the commits reachable from the moment, ascending."""
        if self.reach is not None:
            return loading.among(self.connection, self.repository, self.reach)
        key = (self.repository, self.moment.sha)
        return self.kept("ancestors", key, lambda: loading.ancestors(self.connection, *key))

    @cached_property
    def _path_rows(self) -> tuple[Numbers, Texts]:
        mine = select(
            paths.c.path_id, func.coalesce(paths.c.hint_id, 0), func.coalesce(paths.c.scope_id, 0), paths.c.path
        )
        found = self.connection.execute(mine.where(paths.c.repository_id == self.repository).order_by(paths.c.path_id))
        rows = found.all()
        numbers = np.fromiter((number for row in rows for number in row[:3]), np.int64).reshape(-1, 3).T
        return numbers, loading.texts([row[3] for row in rows])

    @cached_property
    def paths(self) -> trunk.Paths:
        """Every path that ever was; one that was never classified is source whose content decides."""
        (path, hint, scope), names = self._path_rows
        counted = np.ones(len(path), np.bool_)
        if self.excluded is not None:
            counted[:] = [not self.excluded(name) for name in names]
        return trunk.Paths(path, hint, np.where(scope == 0, self.scopes.source, scope), counted)

    @cached_property
    def path_names(self) -> Texts:
        """The texts of `paths`, in the same order."""
        return self._path_rows[1]

    @cached_property
    def moves(self) -> trunk.Moves:
        """What moved along the trunk up to the moment, then on the branch."""
        along = self._along_the_trunk()
        if not self.branch:
            return along
        numbered = dict(zip(self.path_names, self.paths.path.tolist(), strict=True))
        contents = self._contents()
        try:
            rows = [
                (numbered[change.path], contents[change.old_blob], contents[change.new_blob]) for change in self.branch
            ]
        except KeyError as missing:
            raise StoreError(f"the tree of {self.moment.sha} was not stored: {missing} is not known") from missing
        path, old, new = np.array(rows, np.int64).T
        position = np.full(len(path), self.moment.position + 1)
        pairs = zip(along, (position, path, path, old, new), strict=True)
        return trunk.Moves(*(np.concatenate(pair) for pair in pairs))

    def _along_the_trunk(self) -> trunk.Moves:
        key = (self.repository, self.moment.sha, self.moment.position)
        position = self.moment.position
        return self.kept("moves", key, lambda: loading.moves(self.connection, self.repository, position))

    def kept(self, what: str, key: Key, load: Callable[[], Loaded]) -> Loaded:
        """Return what was loaded for an earlier snapshot, else load it."""
        return loading.kept(self.connection, what, key, load)

    def _contents(self) -> dict[str | None, int]:
        wanted = sorted({oid for change in self.branch for oid in (change.old_blob, change.new_blob) if oid})
        numbered: dict[str | None, int] = {None: 0}
        for start in range(0, len(wanted), _CHUNK):
            chunk = [bytes.fromhex(oid) for oid in wanted[start : start + _CHUNK]]
            found = self.connection.execute(select(blobs.c.oid, blobs.c.blob_id).where(blobs.c.oid.in_(chunk)))
            numbered |= {oid.hex(): number for oid, number in found}
        return numbered

    @cached_property
    def tree(self) -> tuple[Numbers, Numbers]:
        """The files at the moment: (place in `paths`, content), in the order of path numbers."""
        path, blob = self._tree
        return self.paths.rows(path), blob

    @cached_property
    def _tree(self) -> tuple[Numbers, Numbers]:
        if self.branch:
            return trunk.tree(self.moves)
        key = (self.repository, self.moment.sha, self.moment.position)
        return self.kept("tree", key, lambda: trunk.tree(self.moves))

    @cached_property
    def tree_lines(self) -> trunk.Lines:
        """Line vectors of the files at the moment, among others if those were read before."""
        return self.lines if "lines" in vars(self) else loading.lines(self.connection, self.tree[1])

    @cached_property
    def lines(self) -> trunk.Lines:
        """Line vectors of every content that moved along the trunk."""
        return loading.lines(self.connection, np.concatenate([self.moves.old, self.moves.new]))

    @cached_property
    def lives(self) -> lives.Lives:
        """The lines that were followed, as of the moment."""
        return lives.lives(self)
