"""Who contributed what, and when: the rows behind the figures on continuity."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from analyzer.measure.changes import changes_inside
from analyzer.measure.identities import PEOPLE_TABLES, people
from analyzer.measure.windows import Mask, Times
from analyzer.model.frames import Facts
from analyzer.model.metric import ALL_TIME, Options
from analyzer.model.scope import OWN

COMMIT_TABLES = PEOPLE_TABLES
"""The tables that `commits_by_person` reads."""
LINE_TABLES = (*COMMIT_TABLES, "changes", "paths")
"""Those that `lines_by_person` reads."""


@dataclass(frozen=True, slots=True)
class Contributions:
    """Amounts of work, each by one person at one time; arrays of one length."""

    people: Times
    """Numbers as those of `identities.people`."""
    times: Times
    """Author's; seconds since 1970 in UTC."""
    amounts: Times

    def where(self, kept: Mask | Times) -> Contributions:
        """Return some of them: a mask of all, or their places."""
        return Contributions(self.people[kept], self.times[kept], self.amounts[kept])


def commits_by_person(facts: Facts, options: Options) -> Contributions:
    """Return every commit as a contribution of one, merges too, in the order of the table."""
    table = facts["commits"]
    times = table["author_time"].to_numpy(np.int64)
    return Contributions(people(facts, options), times, np.ones(len(times), dtype=np.int64))


def survivors_by_person(facts: Facts, options: Options) -> Contributions | None:
    """Return the lines of code and comment in the tree, each by who last wrote it; None where nobody looked for them.

    In the scopes asked for, else without vendored and generated paths.
    """
    # Not among any metric's needs: it takes so long to find out that the rest does not wait for it.
    table = facts.tables.get("survivors")
    if table is None:
        return None
    table = table[table["scope"].isin(options.scopes or OWN)]
    lines = (table["code"] + table["comment"]).to_numpy(np.int64)
    return Contributions(people(facts, options, table), table["time"].to_numpy(np.int64), lines)


def lines_by_person(facts: Facts, options: Options) -> Contributions:
    """Return the lines that each change of a commit that is no merge added and removed.

    In the scopes asked for, else without vendored and generated paths; of all time.
    """
    commits = commits_by_person(facts, options)
    changes = changes_inside(facts, replace(options, window=ALL_TIME, scopes=options.scopes or OWN))
    numbers = facts["commits"]["commit_id"].to_numpy()
    order = np.argsort(numbers)
    rows = order[np.searchsorted(numbers, changes["commit_id"].to_numpy(), sorter=order)]
    amounts = (changes["added"] + changes["deleted"]).to_numpy(np.int64)
    return Contributions(commits.people[rows], commits.times[rows], amounts)
