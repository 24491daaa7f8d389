"""Files that commits touched."""

from analyzer.measure.metrics.files_modified import files_modified
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import change, facts, options


def test_a_file_that_is_touched_twice_counts_once():
    assert files_modified.measure(facts(), options())["value"][0] == 3
    twice = facts(changes=[change(1, 1), change(2, 1)])
    assert files_modified.measure(twice, options())["value"][0] == 1


def test_a_window_takes_the_changes_of_its_commits():
    assert files_modified.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == 3
    assert files_modified.measure(facts(), options(window=THIRTY_DAYS))["value"][0] == 2


def test_a_file_counts_once_in_each_month():
    measured = files_modified.measure(facts(), options(by="month")).set_index("month")["value"]
    assert (measured["2019-03"], measured["2020-01"], measured["2020-05"], measured["2020-06"]) == (1, 1, 0, 2)


def test_binary_files_count_too():
    assert files_modified.measure(facts(changes=[change(1, 1, 0, binary=True)]), options())["value"][0] == 1


def test_scopes_limit_the_files():
    assert files_modified.measure(facts(), options(scopes=frozenset({"source"})))["value"][0] == 3
    assert files_modified.measure(facts(), options(scopes=frozenset({"vendored"})))["value"][0] == 0
