"""Python is new enough, and what Diptych builds on is installed."""

from analyzer.doctor.checks.python import CHECK, absent


def test_the_python_that_runs_the_tests_will_do(found):
    assert [level for level, _, _ in found(CHECK)] == ["ok"]


def test_what_is_not_installed_is_named_and_what_is_optional_is_not():
    needed = ["click>=8", "No.such_thing (>=1)", 'neither-this>=1; extra == "test"', "Jinja2"]
    assert absent(needed) == ["No.such_thing"]
