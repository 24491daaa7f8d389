"""Code in tests by code in source."""

import math

from analyzer.measure.metrics.tests_ratio import tests_ratio
from tests.build import commit, facts, file, grown, options

GROWTH = [
    grown(0, "2020-04-01", scope="tests", code=30),
    grown(1, "2020-05-01", code=20, comment=5),
    grown(1, "2020-05-01", "HTML", "documentation", code=1000),
    grown(2, "2020-07-01", scope="tests", code=-20),
]


def test_documentation_comments_and_what_is_vendored_are_in_neither_number():
    made = facts(
        files=[
            file("a.py", code=10, comment=90),
            file("t.py", scope="tests", code=15, blank=3),
            file("v.py", scope="vendored", code=500),
        ]
    )
    assert tests_ratio.measure(made, options()).to_dict("records") == [{"value": 150.0, "tests": 15, "source": 10}]


def test_without_source_there_is_no_value():
    made = facts(files=[file("t.py", scope="tests", code=15)])
    assert math.isnan(tests_ratio.measure(made, options())["value"][0])


def test_it_is_known_at_every_commit():
    made = facts(commits=[commit(1), commit(2), commit(3)], growth=GROWTH)
    table = tests_ratio.measure(made, options(by="commit"))
    assert math.isnan(table["value"][0])
    assert list(table["value"][1:]) == [150.0, 50.0]
    assert list(table["sha"]) == [f"{number:040x}" for number in (1, 2, 3)]


def test_months_in_which_only_one_of_the_two_was_there_are_in_it():
    table = tests_ratio.measure(facts(growth=GROWTH), options(by="month"))
    assert list(table["month"]) == ["2020-04", "2020-05", "2020-06", "2020-07"]
    assert list(table["source"]) == [0, 20, 20, 20]
    assert list(table["value"][1:]) == [150.0, 150.0, 50.0]


def test_whatever_scopes_are_asked_for_it_is_of_tests_and_source():
    made = facts(files=[file("a.py", code=10), file("t.py", scope="tests", code=15)])
    assert tests_ratio.measure(made, options(scopes=frozenset({"source"})))["value"][0] == 150
