"""Lines that commits removed."""

from analyzer.measure.metrics.lines_removed import lines_removed
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import change, facts, options


def test_all_time_is_all_changes():
    assert lines_removed.measure(facts(), options())["value"][0] == 8


def test_a_window_takes_the_changes_of_its_commits():
    assert lines_removed.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == 8
    assert lines_removed.measure(facts(), options(window=THIRTY_DAYS))["value"][0] == 3


def test_months_sum_to_the_whole():
    measured = lines_removed.measure(facts(), options(by="month"))
    assert measured["value"].sum() == 8
    assert measured.set_index("month").loc["2020-06", "value"] == 3


def test_binary_files_have_no_lines():
    binary = facts(changes=[change(1, 1, added=0, binary=True)])
    assert lines_removed.measure(binary, options())["value"][0] == 0


def test_scopes_that_have_no_file_have_no_lines():
    assert lines_removed.measure(facts(), options(scopes=frozenset({"vendored"})))["value"][0] == 0
