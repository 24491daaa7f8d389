"""For how long those who are there have been there."""

import pytest

from analyzer.measure.metrics.tenure import tenure
from tests.build import BOB, commit, facts, options

KIM = "Kim <kim@example.org>"


def test_it_is_the_median_of_those_who_are_active():
    rows = [
        commit(1, on="2016-07-01"),
        commit(2, by=BOB, on="2018-07-01"),
        commit(3, by=KIM, on="2010-01-01"),
        commit(4, by=BOB, on="2020-06-30"),
        commit(5, on="2020-06-30"),
    ]
    (row,) = tenure.measure(facts(commits=rows), options()).to_dict("records")
    assert row["value"] == pytest.approx(3, abs=0.01)
    assert row["longest"] == pytest.approx(4, abs=0.01)
    assert (row["lower_quartile"], row["upper_quartile"]) == (
        pytest.approx(2.5, abs=0.01),
        pytest.approx(3.5, abs=0.01),
    )
    assert row["people"] == 2


def test_where_nobody_is_active_it_cannot_be_told():
    (row,) = tenure.measure(facts(commits=[commit(1, on="2018-01-01")]), options()).to_dict("records")
    assert row["value"] != row["value"]
    assert row["people"] == 0
