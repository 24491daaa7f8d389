"""People who came back."""

import pytest

from analyzer.measure.metrics.returning import returning
from analyzer.model.metric import TWELVE_MONTHS
from tests.build import commit, facts, options


def of(*dates):
    return facts(commits=[commit(number, on=date) for number, date in enumerate(dates, 1)])


@pytest.mark.parametrize(
    ("dates", "value"),
    [
        (["2018-03-10", "2019-03-09"], 0),
        (["2018-03-10", "2019-03-10"], 1),
        (["2018-03-10", "2018-12-01", "2019-11-30"], 0),
        (["2015-01-01", "2017-01-01", "2019-01-01"], 1),
        (["2015-01-01"], 0),
    ],
)
def test_twelve_months_without_a_commit_are_a_gap(dates, value):
    assert returning.measure(of(*dates), options())["value"][0] == value


def test_the_return_counts_when_it_happened():
    made = of("2018-01-01", "2019-02-01", "2020-06-01")
    assert returning.measure(made, options(by="year"))["value"].tolist() == [0, 1, 1]
    assert returning.measure(made, options(window=TWELVE_MONTHS))["value"][0] == 1
