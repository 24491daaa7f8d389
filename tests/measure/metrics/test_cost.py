"""The cost by COCOMO, each category by itself."""

import pytest

from analyzer.measure.metrics.cost import cost
from tests.build import facts, file, options

CATEGORIES = {"Python": "logic", "C": "logic", "HTML": "markup", "Make": "build", "JSON": "data", "Text": "prose"}


def measured(files):
    return cost.measure(facts(files=files), options(categories=CATEGORIES)).iloc[0].to_dict()


def test_a_thousand_lines_cost_two_point_four_months():
    row = measured([file("a.py", code=1000)])
    assert row["person_years"] == pytest.approx(0.2)
    assert row["value"] == pytest.approx(11_000)


def test_each_category_is_estimated_by_itself():
    row = measured(
        [
            file("a.py", code=6000),
            file("b.c", "C", code=4000),
            file("x.html", "HTML", code=2000),
            file("m", "Make", code=500),
        ]
    )
    assert (row["logic"], row["markup"], row["build"]) == (10_000, 2_000, 500)
    years = 2.4 * (10**1.05 + 2**1.05 + 0.5**1.05) / 12
    assert row["person_years"] == pytest.approx(years)
    assert row["value"] == pytest.approx(55_000 * years)


def test_data_and_prose_cost_nothing():
    assert measured([file("a.json", "JSON", code=1000), file("b.txt", "Text", code=1000)])["value"] == 0


def test_a_language_of_unknown_kind_is_logic():
    assert measured([file("a.xyz", "Xyz", code=1000)])["logic"] == 1000
