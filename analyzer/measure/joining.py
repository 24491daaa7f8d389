"""The facts of several repositories as those of one project: what metrics read, with nothing counted twice.

Rows add up, and so do sums over them. Numbers of commits and paths are those of the store, where no two repositories
have the same. What differs is put right here: paths begin with the repository's name, the trunks become one in the
order of time, a commit that is in several of the repositories counts once, and sampled trees are summed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd

from analyzer.measure.windows import Times
from analyzer.model.frames import COLUMNS, Facts
from analyzer.model.moment import Moment
from analyzer.model.trunk_time import since

NOT_JOINED = frozenset({"unique_lines"})
"""Tables that a project has not: nobody compared the lines of different repositories."""
ORDERED = frozenset({"commits", *(name for name, columns in COLUMNS.items() if "position" in columns)})
"""Tables with places on the trunk: to join them, `commits` must be there."""
_PATHS = ("path", "previous")
_ONCE = ("commits", "changes", "trailers", "vulnerabilities", "commit_quality", "change_quality")
"""Tables of commits, and of what is the same of a commit whichever repository it is read in."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One repository of the project, on its way into it."""

    facts: Facts
    folder: str
    """What its paths begin with."""
    places: Times
    """For each place on its trunk that in the project's."""
    others: Mapping[int, int]
    """Its commits that another repository has too: their numbers here -> there."""

    def moved(self, positions: pd.Series[int]) -> pd.Series[int]:
        """Return places on its trunk as places on the project's."""
        found = positions.to_numpy(np.int64).copy()
        on_trunk = found >= 0
        found[on_trunk] = self.places[found[on_trunk]]
        return pd.Series(found, index=positions.index, dtype="int64")


def joined(name: str, moment: Moment, repositories: Sequence[Facts], *, told_apart: bool = True) -> Facts:
    """Return the facts of a project that is made of these repositories, all with the same tables, on their trunks.

    `moment` is the project's. Unless they are not `told_apart`, paths and tags say which repository they are of.
    """
    parts = _parts(repositories, told_apart)
    tables = {table: _join(table, parts) for table in repositories[0].tables if table not in NOT_JOINED}
    return Facts(name, moment, tables)


def _parts(repositories: Sequence[Facts], told_apart: bool) -> list[_Part]:
    places = _places([facts.tables.get("commits") for facts in repositories])
    seen: dict[str, int] = {}
    found = []
    for facts, own in zip(repositories, places, strict=True):
        commits = facts.tables.get("commits")
        pairs = [] if commits is None else zip(commits["sha"], commits["commit_id"].tolist(), strict=True)
        others = {number: first for sha, number in pairs if (first := seen.setdefault(sha, number)) != number}
        found.append(_Part(facts, f"{facts.repository}/" if told_apart else "", own, others))
    return found


def _places(commits: Sequence[pd.DataFrame | None]) -> list[Times]:
    """Return for each repository where its trunk's commits stand on the project's.

    At any time the project is what its repositories are at it. Each is at its newest commit that is dated not later,
    as git has it: one that hides later dated ones before it. So a commit is there from the earliest date of it and all
    after it, and in the order of these the project's trunk has every state that it was in.
    """
    since = [np.array([], np.int64) if table is None else _since(table) for table in commits]
    order = np.argsort(np.concatenate([np.array([], np.int64), *since]), kind="stable")
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return np.split(places, np.cumsum([len(some) for some in since])[:-1])


def _since(commits: pd.DataFrame) -> Times:
    trunk = commits[commits["position"] >= 0].sort_values("position")
    return since(trunk["commit_time"].to_numpy(np.int64), np.iinfo(np.int64).max)


def _join(name: str, parts: Sequence[_Part]) -> pd.DataFrame:
    tables = [_taken(name, part) for part in parts]
    if len(tables) > 1 and name in _SUMMED:
        return _SUMMED[name](tables)
    return tables[0] if len(tables) == 1 else pd.concat(tables, ignore_index=True).astype(dict(COLUMNS[name]))


def _taken(name: str, part: _Part) -> pd.DataFrame:
    """Return the rows of one repository as they are in the project."""
    table = part.facts[name]
    if "position" in COLUMNS[name]:
        table = table.assign(position=part.moved(table["position"]))
    if part.folder:
        table = table.assign(**{column: _below(part.folder, table[column]) for column in _PATHS if column in table})
    if name == "tags":
        table = table.assign(repository=pd.Series(part.facts.repository if part.folder else "", table.index, "str"))
    if not part.others:
        return table
    if name in _ONCE:
        return table[~table["commit_id"].isin(part.others)]
    if "commit_id" in table:
        return table.assign(commit_id=table["commit_id"].replace(dict(part.others)))
    return table


def _below(folder: str, paths: pd.Series[str]) -> pd.Series[str]:
    return (folder + paths).where(paths != "", "").astype("str")


def _running(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return sampled trees of the whole: at each sample of one repository with the last one of every other."""
    keys = ["position", "sha", "time"]
    sums = [name for name in COLUMNS["syntax_samples"] if name not in keys]
    steps = []
    for table in tables:
        ordered = table.sort_values("position")
        steps.append(ordered.assign(**{name: ordered[name].diff().fillna(ordered[name]) for name in sums}))
    along = pd.concat(steps, ignore_index=True).sort_values("position", ignore_index=True)
    found: pd.DataFrame = along.assign(**{name: along[name].cumsum() for name in sums})
    return found.astype(dict(COLUMNS["syntax_samples"]))


_SUMMED: Mapping[str, Callable[[Sequence[pd.DataFrame]], pd.DataFrame]] = MappingProxyType({"syntax_samples": _running})
