"""Years since the first commit."""

import pytest

from analyzer.measure.metrics.age import age
from tests.build import commit, facts, options


@pytest.mark.parametrize(
    ("first", "label"),
    [
        ("2019-07-02", "Short source control history"),
        ("2019-07-01", "Young, but established codebase"),
        ("2017-07-02", "Young, but established codebase"),
        ("2017-07-01", "Well-established codebase"),
        ("2015-07-02", "Well-established codebase"),
        ("2015-07-01", "Mature, well-established codebase"),
    ],
)
def test_each_age_has_its_words(first, label):
    assert age.measure(facts(commits=[commit(1, on=first)]), options())["label"][0] == label


def test_it_is_counted_in_years():
    assert age.measure(facts(commits=[commit(1, on="2010-07-01")]), options())["value"][0] == pytest.approx(
        10, abs=0.01
    )


def test_without_a_date_that_can_be_true_it_cannot_be_told():
    value = age.measure(facts(commits=[commit(1, on=0)]), options())["value"][0]
    assert value != value
