"""By how much recent commits raised complexity."""

from analyzer.measure.metrics.complexity_growth import complexity_growth
from tests.build import facts, options


def measured(**asked):
    return complexity_growth.measure(facts(), options(**asked))


def test_what_was_added_less_what_was_removed():
    row = measured().iloc[0]
    assert (row["value"], row["added"], row["removed"], row["commits"]) == (4, 5, 1, 3)


def test_by_file_the_most_first():
    rows = measured(by="file")
    assert list(zip(rows["path"], rows["value"], strict=True)) == [("src/a.py", 5), ("src/deep/b.py", -1)]


def test_by_month_there_is_a_zero_where_nothing_happened():
    rows = measured(by="month").set_index("month")["value"]
    assert (rows["2019-03"], rows["2019-04"], rows["2020-01"], rows["2020-06"]) == (3, 0, -1, 2)
