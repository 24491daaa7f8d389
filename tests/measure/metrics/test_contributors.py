"""Contributors by two rules, over windows and by month."""

import pytest

from analyzer.measure.metrics.contributors import contributors
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import BOB, commit, facts, options

FOLDED = facts(
    commits=[
        commit(1, by="Ada <ada@example.org>"),
        commit(2, by="Ada <ada@home.example>"),
        commit(3, by=" <x@example.org>"),
        commit(4, by=" <y@example.org>"),
        commit(5, by="ada <ada@example.org>"),
    ]
)


@pytest.mark.parametrize(("identity", "people"), [("raw", 5), ("openhub", 4)])
def test_a_rule_decides_who_is_one_person(identity, people):
    assert contributors.measure(FOLDED, options(identity=identity))["value"][0] == people


@pytest.mark.parametrize(("window", "people"), [(TWELVE_MONTHS, 2), (THIRTY_DAYS, 1)])
def test_only_people_of_the_window_count(window, people):
    assert contributors.measure(facts(), options(window=window))["value"][0] == people


def test_a_person_counts_once_in_each_month():
    busy = facts(
        commits=[
            commit(1, on="2020-05-01"),
            commit(2, on="2020-05-02"),
            commit(3, on="2020-05-03", by=BOB),
            commit(4, on="2020-07-01"),
        ]
    )
    measured = contributors.measure(busy, options(by="month"))
    assert dict(zip(measured["month"], measured["value"], strict=True)) == {"2020-05": 2, "2020-06": 0, "2020-07": 1}
