"""When people came and were last seen."""

from __future__ import annotations

from analyzer.measure.careers import careers
from tests.build import BOB, at, commit, facts, options


def test_a_career_runs_from_the_first_to_the_last_commit() -> None:
    rows = [
        commit(1, on="2018-03-10"),
        commit(2, by=BOB, on="2019-07-02"),
        commit(3, on="2019-01-01"),
        commit(4, on="2019-01-01 23:59:59"),
    ]
    known = careers(facts(commits=rows, end="2020-07-01"), options())
    assert known.first.tolist() == [at("2018-03-10"), at("2019-07-02")]
    assert known.last.tolist() == [at("2019-01-01 23:59:59"), at("2019-07-02")]
    assert known.days.tolist() == [2, 1]


def test_who_wrote_nothing_for_twelve_months_has_left() -> None:
    rows = [commit(1, on="2019-07-01"), commit(2, by=BOB, on="2019-07-01 00:00:01")]
    known = careers(facts(commits=rows, end="2020-07-01"), options())
    assert known.left.tolist() == [True, False]
    assert known.where(known.left).first.tolist() == [at("2019-07-01")]


def test_dates_that_cannot_be_true_are_passed_over() -> None:
    rows = [commit(1, on=0), commit(2, on="2030-01-01"), commit(3, by=BOB, on="2020-01-01")]
    known = careers(facts(commits=rows, end="2020-07-01"), options())
    assert known.first.tolist() == [at("2020-01-01")]


def test_nobody_has_no_career() -> None:
    known = careers(facts(commits=[commit(1, on=0)]), options())
    assert (known.first.tolist(), known.days.tolist()) == ([], [])
