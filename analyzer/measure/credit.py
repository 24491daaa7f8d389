"""Whom commits count for: authors, committers or co-authors; with or without merges and programs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.errors import MeasureError
from analyzer.measure.derived import derived
from analyzer.measure.identities import PEOPLE_TABLES, Persons, Recorded, grouping, told_apart
from analyzer.measure.programs import are_programs
from analyzer.measure.windows import Mask, Times
from analyzer.model.frames import Facts
from analyzer.model.identity import parsed
from analyzer.model.metric import Options
from analyzer.model.people import BOTS, CREDITS

CREDIT_TABLES = (*PEOPLE_TABLES, "trailers")
"""The tables that are read here."""

CO_AUTHOR = "co-authored-by"
"""The trailer, whatever its case."""

MERGE = 2
"""So many parents make a merge."""


@dataclass(frozen=True, slots=True)
class Credits:
    """One entry for each commit and identity that it counts for."""

    rows: Times
    """The commit, by its row in the facts' table."""
    recorded: Recorded
    """The identities of these entries, and of those that merges or programs were taken out of."""
    kept: Mask
    """Which entries of `recorded` are in `rows`."""

    @property
    def commits(self) -> Times:
        """The commits that count for somebody, each once, by their rows."""
        return np.unique(self.rows)


@dataclass(frozen=True, slots=True)
class Credited:
    """One entry for each commit and person that it counts for."""

    rows: Times
    """The commit, by its row in the facts' table."""
    persons: Persons


@derived("credit", "merges", "bots", "people")
def credits_of(facts: Facts, options: Options) -> Credits:
    """Return whom the commits count for. Raises MeasureError for options that there are not.

    With co-authors, a commit counts for its author and for each identity in a `Co-authored-by` trailer.
    """
    for kind, value, known in (("credit", options.credit, CREDITS), ("treatment of bots", options.bots, BOTS)):
        if value not in known:
            raise MeasureError(f"there is no {kind} {value!r}", hint=f"known: {', '.join(known)}")
    rows, recorded = _all(facts, options)
    kept = np.ones(len(rows), np.bool_)
    if not options.merges:
        kept &= facts["commits"]["parents"].to_numpy()[rows] < MERGE
    if options.bots != "with":
        programs = are_programs(recorded, options.people)
        kept &= programs if options.bots == "only" else ~programs
    return Credits(rows[kept], recorded, kept)


@derived("identity", "credit", "merges", "bots", "people")
def credited(facts: Facts, options: Options) -> Credited:
    """Return the people that commits count for, by the rule that was asked for; a commit counts once for each."""
    given = credits_of(facts, options)
    everybody = told_apart(given.recorded, grouping(facts, options, given.recorded.counts()))
    codes = everybody.codes[given.kept]
    _, first = np.unique(given.rows * (len(everybody.names) + 1) + codes, return_index=True)
    first.sort()
    numbers, shown = pd.factorize(codes[first])
    names = [everybody.names[number] for number in shown]
    return Credited(given.rows[first], Persons(numbers.astype(np.int64), names))


def whom(facts: Facts, options: Options) -> pd.DataFrame:
    """Return `row` (of the facts' commits), `author_name` and `author_email` of everybody whom a commit counts for."""
    rows, recorded = _all(facts, options)
    columns = {"author_name": [who.name for who in recorded.identities]}
    columns["author_email"] = [who.email for who in recorded.identities]
    taken = {name: np.array(texts, object)[recorded.codes] for name, texts in columns.items()}
    return pd.DataFrame({"row": rows, **{name: pd.Series(texts, dtype="str") for name, texts in taken.items()}})


@derived("credit")
def _all(facts: Facts, options: Options) -> tuple[Times, Recorded]:
    commits = facts["commits"]
    who = "committer" if options.credit == "committer" else "author"
    rows = np.arange(len(commits), dtype=np.int64)
    names, emails = commits[f"{who}_name"], commits[f"{who}_email"]
    if options.credit == "co-authors":
        others = co_authors(facts)
        rows = np.concatenate([rows, others["row"].to_numpy(np.int64)])
        names = pd.concat([names, others["name"]], ignore_index=True)
        emails = pd.concat([emails, others["email"]], ignore_index=True)
    return rows, Recorded.of(names, emails)


def co_authors(facts: Facts) -> pd.DataFrame:
    """Return `row` (of the facts' commits), `name` and `email` of everybody in a `Co-authored-by` trailer, in order.

    Split as `git shortlog --group=trailer:co-authored-by` splits it: a value without an address is a name.
    """
    trailers, ids = facts["trailers"], facts["commits"]["commit_id"].tolist()
    named = trailers[trailers["key"].str.lower() == CO_AUTHOR]
    row_of = dict(zip(ids, range(len(ids)), strict=True))
    found = [
        (row_of[commit], *parsed(value))
        for commit, value in zip(named["commit_id"].tolist(), named["value"].tolist(), strict=True)
        if value.strip() and commit in row_of
    ]
    rows, names, emails = zip(*found, strict=True) if found else ((), (), ())
    kinds = {"row": (rows, "int64"), "name": (names, "str"), "email": (emails, "str")}
    return pd.DataFrame({name: pd.Series(values, dtype=kind) for name, (values, kind) in kinds.items()})
