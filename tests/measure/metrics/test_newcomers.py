"""First commits of people."""

from analyzer.measure.metrics.newcomers import newcomers
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import BOB, commit, facts, options


def test_a_person_is_new_once():
    assert newcomers.measure(facts(), options())["value"][0] == 2
    assert newcomers.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == 1
    assert newcomers.measure(facts(), options(window=THIRTY_DAYS))["value"][0] == 0


def test_periods_without_a_newcomer_are_there():
    measured = newcomers.measure(facts(), options(by="quarter"))
    assert measured["value"].tolist() == [1, 0, 0, 0, 1, 0, 0]
    assert measured["complete"].tolist() == [True] * 6 + [False]


def test_the_rule_for_people_decides_who_is_new():
    made = facts(commits=[commit(1, by="Ada <a@example.org>"), commit(2, by="Ada <b@example.org>", on="2020-02-01")])
    assert newcomers.measure(made, options(identity="raw"))["value"][0] == 2
    assert newcomers.measure(made, options(identity="openhub"))["value"][0] == 1


def test_dates_that_cannot_be_true_make_nobody_new():
    made = facts(commits=[commit(1, on=0), commit(2, by=BOB, on="2020-07-02"), commit(3, on="2020-06-01")])
    assert newcomers.measure(made, options(by="month"))["value"].tolist() == [1, 0]
    assert newcomers.measure(made, options())["value"][0] == 1
