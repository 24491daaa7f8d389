"""All lines by all files."""

import math

import pytest

from analyzer.measure.metrics.mean_file_size import mean_file_size
from tests.build import commit, facts, file, grown, options

FILES = [
    file("a.py", code=6, comment=2, docstring=1, blank=1),
    file("b/c.py", scope="tests", code=2),
    file("d.html", "HTML", code=30),
    file("e.py"),
    file("logo.png", "", problem="binary"),
]


def measured(**asked):
    return mean_file_size.measure(facts(files=FILES), options(**asked))


def test_lines_of_every_kind_are_divided_by_the_files_whose_lines_are_counted():
    assert measured().to_dict("records") == [{"value": 10.5, "lines": 42, "files": 4}]


@pytest.mark.parametrize(
    ("asked", "values"),
    [
        ({"by": "language"}, {"HTML": 30, "Python": 4}),
        ({"by": "scope"}, {"source": 40 / 3, "tests": 2}),
        ({"by": "folder"}, {".": 40 / 3, "b": 2}),
        ({"by": "folder", "scopes": frozenset({"tests"})}, {"b": 2}),
    ],
)
def test_parts_have_their_own(asked, values):
    table = measured(**asked)
    assert dict(zip(table[asked["by"]], table["value"], strict=True)) == pytest.approx(values)


def test_over_time_what_came_and_went_is_summed_up():
    growth = [
        grown(0, "2020-04-01", files=1, code=10),
        grown(1, "2020-05-01", files=1, code=1, blank=3),
        grown(2, "2020-06-01", files=-2, code=-11, blank=-3),
    ]
    made = facts(commits=[commit(1), commit(2), commit(3)], growth=growth)
    by_commit = mean_file_size.measure(made, options(by="commit"))
    assert list(by_commit["value"][:2]) == [10, 7]
    assert math.isnan(by_commit["value"][2])
    by_month = mean_file_size.measure(made, options(by="month"))
    assert list(by_month["month"]) == ["2020-04", "2020-05", "2020-06", "2020-07"]
    assert list(by_month["lines"]) == [10, 14, 0, 0]
