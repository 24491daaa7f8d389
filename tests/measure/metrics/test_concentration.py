"""How evenly the commits are spread."""

import pytest

from analyzer.measure.metrics.concentration import concentration
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import commit, facts, options


def test_of_three_commits_and_one_the_index_is_a_quarter():
    (row,) = concentration.measure(facts(), options()).to_dict("records")
    assert row == {"value": 25, "people": 2, "largest": 75}


def test_it_is_of_the_window():
    assert concentration.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == pytest.approx(100 / 6)
    assert concentration.measure(facts(), options(window=THIRTY_DAYS))["value"][0] == 0


def test_by_year():
    table = concentration.measure(facts(), options(by="year"))
    assert table["value"].tolist() == [0, pytest.approx(100 / 6)]


def test_by_share_it_is_the_lorenz_curve():
    table = concentration.measure(facts(), options(by="share"))
    assert table.to_dict("list") == {"share": [0, 50, 100], "value": [0, 25, 100]}


def test_without_commits_in_the_window_it_cannot_be_told():
    old = facts(commits=[commit(1, on="2018-01-01")])
    assert concentration.measure(old, options(window=THIRTY_DAYS))["value"].isna().all()
    assert concentration.measure(old, options(window=THIRTY_DAYS, by="share")).empty
