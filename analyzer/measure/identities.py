"""Who is one person: a rule applied to the facts, at the last moment, so that another rule needs no new reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analyzer.measure.derived import derived
from analyzer.measure.grouping import Grouping, display, grouped
from analyzer.measure.windows import Times
from analyzer.model.frames import Facts
from analyzer.model.identity import Identity
from analyzer.model.mailmap import Mailmap
from analyzer.model.metric import Options

PEOPLE_TABLES = ("commits", "mailmap")
"""The tables that are read here: what a metric that tells people apart names among its own."""


@dataclass(frozen=True, slots=True)
class Persons:
    """People by number, and the numbers of some events, such as commits."""

    codes: Times
    """For each event its person, numbered from 0 as they first appear."""
    names: list[str]
    """For each number a name that can be shown, with no address in it."""


def people(facts: Facts, options: Options, commits: pd.DataFrame | None = None) -> Times:
    """Return a number for each commit's author, equal for equal people and counted from 0.

    `commits` has columns `author_name` and `author_email`: some of the facts' commits, in any order and number, or all
    of them. Who is one person does not depend on which. Raises MeasureError for a rule that there is not.
    """
    return persons(facts, options, commits).codes


def persons(facts: Facts, options: Options, commits: pd.DataFrame | None = None) -> Persons:
    """Return the people of `people` with their names."""
    if commits is None:
        return _authors(facts, options)
    whole, some = recorded_authors(facts), Recorded.of(commits["author_name"], commits["author_email"])
    # Whoever wrote lines on a branch that was squashed may be the author of no commit.
    counts = {**some.counts(), **whole.counts()}
    return told_apart(some, grouping(facts, options, counts))


@derived("identity", "people")
def _authors(facts: Facts, options: Options) -> Persons:
    recorded = recorded_authors(facts)
    return told_apart(recorded, grouping(facts, options, recorded.counts()))


@dataclass(frozen=True, slots=True)
class Recorded:
    """The identities of events."""

    codes: Times
    """For each event the number of its identity."""
    identities: Sequence[Identity]

    @classmethod
    def of(cls, names: pd.Series, emails: pd.Series) -> Recorded:
        """Return the identities of events whose names and addresses are given."""
        (name_codes, name_texts), (email_codes, email_texts) = pd.factorize(names), pd.factorize(emails)
        width = len(email_texts) + 1
        codes, pairs = pd.factorize(name_codes.astype(np.int64) * width + email_codes)
        texts = zip(name_texts.take(pairs // width), email_texts.take(pairs % width), strict=True)
        identities = [Identity(str(name), str(email)) for name, email in texts]
        return cls(codes.astype(np.int64), identities)

    def counts(self) -> Counter[Identity]:
        """Return each identity with the number of its events."""
        times = np.bincount(self.codes, minlength=len(self.identities)).tolist()
        return Counter(dict(zip(self.identities, times, strict=True)))


@derived()
def recorded_authors(facts: Facts) -> Recorded:
    """Return the identities of the authors of all commits."""
    return Recorded.of(facts["commits"]["author_name"], facts["commits"]["author_email"])


def grouping(facts: Facts, options: Options, counts: Mapping[Identity, int]) -> Grouping:
    """Return who is who among identities, each with the number of its commits, by the rule that was asked for."""
    return grouped(counts, options.identity, mailmap(facts, options), options.people.persons)


def mailmap(facts: Facts, options: Options) -> Mailmap:
    """Return the repository's own mailmap at the moment, and that of the user, whose entries win."""
    return Mailmap(*facts["mailmap"]["text"], options.people.mailmap)


def told_apart(recorded: Recorded, found: Grouping) -> Persons:
    """Return the people of events whose identities have been grouped."""
    number = dict(zip(found.identities, found.persons, strict=True))
    of_identity = np.array([number[who] for who in recorded.identities], np.int64)
    codes, shown = pd.factorize(of_identity[recorded.codes])
    return Persons(codes.astype(np.int64), [display(found.proper[person]) for person in shown])
