"""The maintainability index: a mean of files, and how many have which rank."""

import math

from analyzer.measure.metrics.maintainability import maintainability
from tests.build import facts, options, radon_file

ROWS = [
    radon_file("a/x.py", maintainability=100.0),
    radon_file("a/y.py", maintainability=19.0),
    radon_file("b/z.py", maintainability=9.0),
    radon_file("b/old.py", problem="not parsed", maintainability=0.0),
    radon_file("tests/t.py", "tests", maintainability=19.5),
]


def measured(rows=ROWS, **asked):
    return maintainability.measure(facts(radon=rows), options(**asked)).to_dict("records")


def test_every_file_of_source_weighs_the_same():
    (whole,) = measured()
    assert whole["value"] == (100 + 19 + 9) / 3
    assert (whole["files"], whole["not_parsed"], whole["least"]) == (3, 1, 9.0)


def test_ranks_end_where_radon_ends_them():
    (whole,) = measured()
    assert [whole[f"rank_{letter}"] for letter in "abc"] == [1, 1, 1]
    assert measured(by="file")[-1]["rank_a"] == 1


def test_folders_and_scopes_have_their_own_mean_and_least():
    assert {one["folder"]: (one["value"], one["least"]) for one in measured(by="folder")} == {
        "a": (59.5, 19.0),
        "b": (9.0, 9.0),
        "tests": (19.5, 19.5),
    }
    assert {one["scope"] for one in measured(by="scope")} == {"source", "tests"}


def test_by_file_is_every_file_that_was_parsed():
    assert [one["path"] for one in measured(by="file")] == ["a/x.py", "a/y.py", "b/z.py", "tests/t.py"]


def test_where_nothing_was_parsed_nothing_can_be_told():
    (whole,) = measured([ROWS[3]])
    assert math.isnan(whole["value"])
    assert math.isnan(whole["least"])
    assert whole["not_parsed"] == 1
