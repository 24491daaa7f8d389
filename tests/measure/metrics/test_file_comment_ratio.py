"""The comment ratios of single files: their middle and how they are spread."""

import math

import pytest

from analyzer.measure.metrics.file_comment_ratio import LEAST_LINES, file_comment_ratio
from tests.build import facts, file, options

CLASSES = ("none", "under_5", "under_10", "under_20", "under_30", "under_50", "from_50")


def measured(files, **asked):
    return file_comment_ratio.measure(facts(files=files), options(**asked)).to_dict("records")


def of(*ratios):
    return [file(f"{place}.py", code=1000 - ratio, comment=ratio) for place, ratio in enumerate(ratios)]


def test_the_middle_is_the_median_and_the_quartiles_lie_between_files():
    (row,) = measured(of(0, 100, 200, 700))
    assert (row["value"], row["lower_quartile"], row["upper_quartile"]) == pytest.approx((15.0, 7.5, 32.5))


def test_a_large_file_weighs_as_much_as_a_small_one():
    (row,) = measured([file("a.py", code=100_000), file("b.py", code=9, comment=1), file("c.py", code=8, comment=2)])
    assert row["value"] == 10.0


def test_each_file_is_in_one_class_and_edges_belong_to_the_upper_one():
    (row,) = measured(of(0, 1, 49, 50, 99, 100, 199, 200, 299, 300, 499, 500, 1000))
    assert [row[name] for name in CLASSES] == [1, 2, 2, 2, 2, 2, 2]
    assert row["files"] == 13


def test_short_files_are_left_out():
    (row,) = measured([file("a.py", code=LEAST_LINES - 1), file("b.py", code=LEAST_LINES - 1, comment=1)])
    assert (row["files"], row["value"]) == (1, 10.0)


def test_without_a_file_there_is_no_middle():
    (row,) = measured([])
    assert math.isnan(row["value"])
    assert [row[name] for name in CLASSES] == [0] * 7
    assert measured([], by="scope") == []


def test_parts_are_taken_apart():
    rows = measured([file("a.py", code=10), file("t.py", scope="tests", code=5, comment=5)], by="scope")
    assert [(row["scope"], row["value"], row["files"]) for row in rows] == [("source", 0.0, 1), ("tests", 50.0, 1)]
