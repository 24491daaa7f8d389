"""Lines that commits added."""

from analyzer.measure.metrics.lines_added import lines_added
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import change, facts, options


def test_all_time_is_all_changes():
    assert lines_added.measure(facts(), options())["value"][0] == 41


def test_a_window_takes_the_changes_of_its_commits():
    assert lines_added.measure(facts(), options(window=TWELVE_MONTHS))["value"][0] == 31
    assert lines_added.measure(facts(), options(window=THIRTY_DAYS))["value"][0] == 11


def test_months_sum_to_the_whole():
    measured = lines_added.measure(facts(), options(by="month"))
    assert measured["value"].sum() == 41
    assert measured.set_index("month").loc["2020-06", "value"] == 11


def test_binary_files_have_no_lines():
    binary = facts(changes=[change(1, 1, added=0, binary=True)])
    assert lines_added.measure(binary, options())["value"][0] == 0


def test_scopes_that_have_no_file_have_no_lines():
    assert lines_added.measure(facts(), options(scopes=frozenset({"vendored"})))["value"][0] == 0
