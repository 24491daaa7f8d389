"""Commits with odd dates."""

from analyzer.measure.metrics.odd_dates import odd_dates
from tests.build import at, commit, facts, options

KINDS = ["author_later", "future", "before_1970"]


def measured(*commits):
    (row,) = odd_dates.measure(facts(commits=list(commits), changes=[]), options()).to_dict("records")
    return row["value"], *(row[kind] for kind in KINDS)


def test_dates_that_fit_are_none():
    assert measured(commit(1), commit(2, on="2020-02-01")) == (0, 0, 0, 0)


def test_each_kind_has_its_part_and_a_commit_of_several_counts_once():
    late = commit(2, on="2020-03-01", commit_time=at("2020-02-01"))
    assert measured(commit(1), late) == (1, 1, 0, 0)
    assert measured(commit(1), commit(2, on=2**40)) == (1, 0, 1, 0)
    assert measured(commit(1), commit(2, on=2**40, commit_time=at("2020-02-01"))) == (1, 1, 1, 0)
    assert measured(commit(1), commit(2, on=0), commit(3, on="2020-01-05", commit_time=-5)) == (2, 1, 0, 2)
