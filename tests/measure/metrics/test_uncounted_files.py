"""Files that are not counted."""

from analyzer.measure.metrics.files import files as number_of_files
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


def test_counted_and_uncounted_files_are_all_files_also_empty_ones():
    files = [*FILES, file("py.typed", ""), file("e.txt", "Text", code=3)]
    known = facts(files=files)
    table = uncounted_files.measure(known, options(by="kind"))
    assert dict(zip(table["kind"], table["value"], strict=True)) == {"binary": 2, "empty": 1, "too large": 1}
    counted = int(number_of_files.measure(known, options(scopes=None))["value"].iloc[0])
    assert counted + int(table["value"].sum()) == len(files)
