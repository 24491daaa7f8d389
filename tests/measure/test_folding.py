"""Shapes of results."""

import numpy as np
import pandas as pd

from analyzer.measure.folding import folders, key_columns, one_value, percentages, series


def test_one_value_is_one_row_with_the_value_first():
    assert one_value(3, part=1.5).to_dict("split")["columns"] == ["value", "part"]
    assert one_value("text")["value"][0] == "text"


def test_none_stays_none():
    assert one_value(None, share=1.0)["value"][0] is None


def test_a_series_has_its_keys_first():
    table = series("month", ["2020-01"], np.array([5]), merges=np.array([1]))
    assert table.to_dict("records") == [{"month": "2020-01", "value": 5, "merges": 1}]


def test_nothing_divided_by_nothing_is_not_zero():
    shares = percentages(pd.Series([1, 0, 0, 5]), pd.Series([4, 4, 0, -1]))
    assert list(shares[:2]) == [25.0, 0.0]
    assert np.isnan(shares[2:]).all()


def test_a_file_at_the_top_is_in_the_folder_dot():
    assert folders(["a.py", "src/a.py", "src/b/c.py"]) == [".", "src", "src/b"]


def test_keys_come_before_the_value():
    assert (key_columns(None), key_columns("folder")) == ([], ["folder"])
    assert (key_columns("commit"), key_columns("file")) == (["sha", "time"], ["path", "language"])
