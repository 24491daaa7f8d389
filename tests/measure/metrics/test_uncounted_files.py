"""Files that are not counted."""

from analyzer.measure.metrics.uncounted_files import uncounted_files
from tests.build import facts, file, options

FILES = [
    file("a.py", code=1),
    file("b.png", "", problem="binary"),
    file("c.png", "", problem="binary", scope="tests"),
    file("d", "", problem="too large"),
]


def test_all_of_them_and_of_how_many():
    (row,) = uncounted_files.measure(facts(files=FILES), options()).to_dict("records")
    assert row == {"value": 3, "tree": 4}


def test_by_kind_the_most_frequent_first():
    table = uncounted_files.measure(facts(files=FILES), options(by="kind"))
    assert table.to_dict("list") == {"kind": ["binary", "too large"], "value": [2, 1], "tree": [4, 4]}


def test_only_the_scopes_that_were_asked_for():
    (row,) = uncounted_files.measure(facts(files=FILES), options(scopes=frozenset({"tests"}))).to_dict("records")
    assert row == {"value": 1, "tree": 1}
