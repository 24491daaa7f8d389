"""Identities that the mailmap changes."""

import math

from analyzer.measure.metrics.mapped_identities import mapped_identities
from tests.build import BOB, commit, facts, options

COMMITS = [commit(1), commit(2, by=BOB), commit(3, by="Bob <bob@example.com>"), commit(4, by=BOB)]


def measured(*mailmaps):
    (row,) = mapped_identities.measure(facts(commits=COMMITS, mailmap=list(mailmaps)), options()).to_dict("records")
    return row


def test_identities_that_become_others():
    text = "Bob <bob@example.org> <bob@example.com>\nNobody <nobody@example.org>\n"
    assert measured({"text": text}) == {"value": 1, "identities": 3}


def test_without_a_mailmap_or_with_one_that_was_not_read_it_cannot_be_told():
    for row in (measured(), measured({"text": "", "problem": "too large"})):
        assert math.isnan(row.pop("value"))
        assert row == {"identities": 3}
