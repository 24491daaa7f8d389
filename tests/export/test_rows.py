"""Flat rows as JSON."""

from __future__ import annotations

import json

import numpy as np
import pytest

from analyzer.export.rows import dumps


def test_rows_are_an_array_of_objects_in_the_order_given():
    assert json.loads(dumps([{"b": 1, "a": "x"}, {"b": 2}])) == [{"b": 1, "a": "x"}, {"b": 2}]
    assert dumps([{"b": 1, "a": 2}]).index('"b"') < dumps([{"b": 1, "a": 2}]).index('"a"')


@pytest.mark.parametrize("unknown", [float("nan"), float("inf"), -float("inf"), np.float64("nan"), None])
def test_what_cannot_be_told_is_null(unknown):
    assert json.loads(dumps([{"value": unknown}])) == [{"value": None}]


def test_numbers_of_numpy_are_numbers():
    assert json.loads(dumps([{"value": np.int64(3), "share": np.float64(0.5)}])) == [{"value": 3, "share": 0.5}]


def test_nothing_drives_a_terminal():
    text = dumps([{"name": "\x1b[31m\x7f\x9b é"}])
    assert text.isascii()
    assert not {"\x1b", "\x7f"} & set(text)
    assert json.loads(text) == [{"name": "\x1b[31m\x7f\x9b é"}]


def test_no_rows_are_an_empty_array():
    assert dumps([]) == "[]"
