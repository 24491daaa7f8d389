"""Two years in one row."""

import pytest

from analyzer.measure.trends import year_over_year


@pytest.mark.parametrize(
    ("recent", "before", "label"),
    [(0, 0, "No activity"), (1, 0, "Increasing"), (5, 4, "Increasing"), (3, 4, "Decreasing"), (7, 8, "Stable")],
)
def test_the_label_needs_whole_numbers_only(recent, before, label):
    assert year_over_year(recent, before)["label"][0] == label


def test_the_two_sides_are_parts():
    assert year_over_year(7, 8).iloc[0].to_dict() == {"value": -12.5, "recent": 7, "before": 8, "label": "Stable"}
