"""Who the people of a repository are by a rule, and what the rule takes for one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analyzer.measure.credit import Credits, credits_of
from analyzer.measure.grouping import Grouping, display
from analyzer.measure.identities import grouping, mailmap
from analyzer.measure.periods import dated
from analyzer.measure.programs import is_program, program_patterns
from analyzer.measure.proposals import proposals
from analyzer.model.frames import Facts
from analyzer.model.identity import masked
from analyzer.model.metric import Options
from analyzer.model.roster import Member, Merge, Roster


def roster(facts: Facts, options: Options) -> Roster:
    """Return the people that commits count for, and why identities are one person.

    Needs the tables of `measure/credit.py`. The roster's mailmap joins what the rule joins, on top of the one there is.
    """
    given = credits_of(facts, options)
    found = grouping(facts, options, given.recorded.counts())
    members = sorted(_members(facts, options, given, found), key=lambda one: (-one.commits, one.name, one.address))
    return Roster(
        repository=facts.repository,
        identity=options.identity,
        members=tuple(members),
        merges=tuple(sorted(_merges(found), key=lambda one: (one.reason, one.person, one.name, one.other_name))),
        mailmap=proposals(found, mailmap(facts, options)),
    )


def _members(facts: Facts, options: Options, given: Credits, found: Grouping) -> Iterator[Member]:
    patterns = program_patterns(options.people)
    number = dict(zip(found.identities, found.persons, strict=True))
    codes = given.recorded.codes[given.kept]
    persons = np.array([number[who] for who in given.recorded.identities], np.int64)[codes]
    times = facts["commits"]["author_time"].to_numpy(np.int64)[given.rows]
    table = pd.DataFrame({"person": persons, "row": given.rows, "identity": codes, "time": times})
    table["true"] = dated(times, facts.moment.end)
    for person, entries in table.groupby("person"):
        proper = found.proper[int(str(person))]
        identities = [given.recorded.identities[one] for one in pd.unique(entries["identity"])]
        known = entries.loc[entries["true"], "time"].tolist()
        yield Member(
            name=display(proper),
            address=masked(proper.email),
            commits=entries["row"].nunique(),
            first=min(known, default=None),
            last=max(known, default=None),
            identities=len(identities),
            program=all(is_program(who, patterns) for who in identities),
        )


def _merges(found: Grouping) -> Iterator[Merge]:
    for reason, one, other in found.joins:
        left, right = found.identities[one], found.identities[other]
        yield Merge(
            reason,
            display(found.proper[found.persons[one]]),
            display(left),
            masked(left.email),
            display(right),
            masked(right.email),
        )
