"""How many newcomers are still there years later."""

from analyzer.measure.metrics.retention import retention
from tests.build import facts, options
from tests.measure.metrics.test_newcomer_half_life import history

ROWS = history(
    ("2015-03-01", "2016-04-01", "2018-06-01"),
    ("2015-12-31", "2016-06-01"),
    ("2016-05-01", "2017-06-01"),
    ("2019-01-01", "2020-06-01"),
)


def by_cohort(end):
    return retention.measure(facts(commits=ROWS, end=end), options(by="cohort"))


def test_it_is_the_share_of_those_who_wrote_in_their_second_year():
    (row,) = retention.measure(facts(commits=ROWS, end="2020-07-01"), options()).to_dict("records")
    assert (row["people"], row["active"]) == (3, 2)
    assert row["value"] == 100 * 2 / 3


def test_a_cohort_is_told_for_the_years_that_are_over_for_all_of_it():
    table = by_cohort("2018-07-01")
    rows = [tuple(row) for row in table[["cohort", "year", "people", "active"]].itertuples(index=False)]
    assert rows == [("2015", 1, 2, 2), ("2015", 2, 2, 1), ("2016", 1, 1, 1)]


def test_who_pauses_may_come_back():
    table = by_cohort("2020-07-01")
    first = table[table["cohort"] == "2015"].set_index("year")["value"]
    assert first.to_dict() == {1: 100, 2: 50, 3: 0, 4: 50}


def test_where_nobody_s_second_year_is_over_it_cannot_be_told():
    (row,) = retention.measure(facts(commits=history(("2020-01-01",))), options()).to_dict("records")
    assert row["value"] != row["value"]
    assert row["people"] == 0
    assert retention.measure(facts(commits=history(("2020-01-01",))), options(by="cohort")).empty
