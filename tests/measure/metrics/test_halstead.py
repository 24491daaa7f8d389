"""Halstead's measures: sums of files, and of each file what they are made of."""

import math

import pytest

from analyzer.measure.metrics.halstead import halstead
from tests.build import facts, options, radon_file

ROWS = [
    radon_file(
        "src/a.py",
        distinct_operators=3,
        distinct_operands=5,
        operators=6,
        operands=10,
        volume=48.0,
        difficulty=3.0,
        effort=144.0,
        calculated_length=16.4,
    ),
    radon_file("src/b.py", operators=1, operands=2, volume=6.0, effort=36.0),
    radon_file("tests/t.py", "tests", volume=1.0, effort=0.0),
]


def measured(rows=ROWS, **asked):
    return halstead.measure(facts(radon=rows), options(**asked)).to_dict("records")


def test_one_value_is_the_volume_of_source():
    (whole,) = measured()
    assert whole["value"] == 54.0
    assert (whole["effort"], whole["time"], whole["length"], whole["files"]) == (180.0, 10.0, 19, 2)
    assert whole["bugs"] == pytest.approx(54 / 3000)


def test_by_file_are_all_totals_of_radon():
    first = measured(by="file")[0]
    assert (first["vocabulary"], first["length"]) == (8, 16)
    assert (first["distinct_operators"], first["distinct_operands"]) == (3, 5)
    assert (first["difficulty"], first["calculated_length"], first["bugs"]) == (3.0, 16.4, 48 / 3000)


def test_what_cannot_be_summed_is_told_by_file_only():
    assert "difficulty" not in measured(by="folder")[0]
    assert {one["scope"]: one["value"] for one in measured(by="scope")} == {"source": 54.0, "tests": 1.0}


def test_without_python_nothing_can_be_told():
    (whole,) = measured([])
    assert math.isnan(whole["value"])
