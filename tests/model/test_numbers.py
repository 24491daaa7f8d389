"""Plain numbers of what tables hold."""

import math

import numpy as np
import pandas as pd
import pytest

from analyzer.model.numbers import number


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (3, 3),
        (3.0, 3),
        (2.5, 2.5),
        (np.int64(7), 7),
        (np.float64(0.25), 0.25),
        (np.float32(2), 2),
        (2**60 + 1, 2**60 + 1),
        (True, 1),
    ],
)
def test_a_number_is_itself_and_a_whole_one_an_int(value, plain):
    found = number(value)
    assert (found, type(found)) == (plain, type(plain))


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, np.float64("inf"), None, "3", pd.NA, pd.NaT])
def test_what_is_no_number_or_none_that_json_has_is_none(value):
    assert number(value) is None
