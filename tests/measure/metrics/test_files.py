"""Files that are counted."""

import pytest

from analyzer.measure.metrics.files import files
from tests.build import commit, facts, grown, options


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("language", {"HTML": 1, "Python": 2}),
        ("scope", {"documentation": 1, "source": 1, "tests": 1}),
        ("folder", {".": 1, "src": 1, "src/deep": 1}),
    ],
)
def test_files_are_counted_by_what_is_asked(by, values):
    measured = files.measure(facts(), options(by=by))
    assert dict(zip(measured[by], measured["value"], strict=True)) == values


def test_files_of_unknown_language_do_not_count():
    assert files.measure(facts(), options())["value"][0] == 3


def test_scopes_limit_the_files():
    assert files.measure(facts(), options(scopes=frozenset({"tests"})))["value"][0] == 1


def test_at_a_commit_there_are_as_many_as_came_and_did_not_go():
    growth = [
        grown(0, "2020-05-01", files=3),
        grown(0, "2020-05-01", scope="tests", files=2),
        grown(1, "2020-06-01", files=-1),
    ]
    made = facts(commits=[commit(1), commit(2)], growth=growth)
    assert list(files.measure(made, options(by="commit"))["value"]) == [5, 4]
    assert list(files.measure(made, options(by="month", scopes=frozenset({"source"})))["value"]) == [3, 2, 2]
