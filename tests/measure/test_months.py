"""Calendar months by number."""

import numpy as np

from analyzer.measure.months import month_names, month_number
from analyzer.model.trunk_time import month_numbers
from tests.build import at


def test_months_turn_at_midnight_in_utc():
    numbers = month_numbers(np.array([at("2020-06-30 23:59:59"), at("2020-07-01")], dtype=np.int64))
    assert list(numbers) == [month_number(at("2020-06-15")), month_number(at("2020-07-15"))]


def test_months_have_names():
    assert month_names(month_number(at("2019-12-01")), 3) == ["2019-12", "2020-01", "2020-02"]
