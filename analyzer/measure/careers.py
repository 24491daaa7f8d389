"""When people came and when they were last seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analyzer.measure.contributions import Contributions, commits_by_person
from analyzer.measure.periods import dated
from analyzer.measure.windows import Mask, Times, bounds
from analyzer.model.frames import Facts
from analyzer.model.metric import TWELVE_MONTHS, Options

YEAR = 365.2425 * 86_400
"""Seconds."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Careers:
    """A person a row; arrays of one length. Times in seconds since 1970."""

    first: Times
    """Author time of the first commit."""
    last: Times
    days: Times
    """Different days, in UTC, on which commits were written."""
    silent_since: int
    """12 calendar months before the end: who wrote nothing later has left."""

    @property
    def left(self) -> Mask:
        """Who wrote nothing in the last 12 months."""
        mask: Mask = self.last <= self.silent_since
        return mask

    def where(self, kept: Mask) -> Careers:
        """Return some of them."""
        return Careers(self.first[kept], self.last[kept], self.days[kept], self.silent_since)


def careers(facts: Facts, options: Options) -> Careers:
    """Return the careers of all who wrote commits, merges too, that are dated after 1970 and not after the end."""
    commits = dated_commits(facts, options)
    codes = np.unique(commits.people, return_inverse=True)[1]
    number = int(codes.max(initial=-1)) + 1
    first = np.full(number, np.iinfo(np.int64).max)
    last = np.full(number, np.iinfo(np.int64).min)
    np.minimum.at(first, codes, commits.times)
    np.maximum.at(last, codes, commits.times)
    days = np.unique(np.column_stack([codes, commits.times // _DAY]), axis=0)[:, 0]
    after, _ = bounds(TWELVE_MONTHS, facts.moment.end)
    return Careers(first, last, np.bincount(days, minlength=number), after)


def dated_commits(facts: Facts, options: Options) -> Contributions:
    """Return the commits with dates that can be true."""
    commits = commits_by_person(facts, options)
    return commits.where(dated(commits.times, facts.moment.end))
