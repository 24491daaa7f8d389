"""What is shown of months and of languages."""

from __future__ import annotations

import pandas as pd

from analyzer.compare.asks.evolution import LANGUAGES_SHOWN, _comers_and_goers, _quarters
from tests.build import at


def test_of_months_those_that_end_a_quarter_are_shown_and_the_last():
    months = [f"2020-{month:02d}" for month in range(1, 12)]
    assert list(_quarters(pd.DataFrame({"month": months}))["month"]) == ["2020-03", "2020-06", "2020-09", "2020-11"]


def table(*rows):
    return pd.DataFrame(rows, columns=["language", "most", "since", "until"])


NAN = float("nan")


def test_of_languages_those_are_shown_that_went_or_came_later():
    shown = _comers_and_goers(
        table(
            ("Python", 900, at("2010-04-06"), NAN),
            ("HTML", 800, at("2010-05-06"), NAN),
            ("Shell", 7, at("2023-04-06"), NAN),
            ("TeX", 97, at("2010-04-06"), at("2019-01-01")),
        )
    )
    assert list(shown["language"]) == ["TeX", "Shell"]


def test_of_many_the_largest_are_shown():
    many = [(f"L{n:02d}", n, at("2010-01-01"), at("2012-01-01")) for n in range(20)]
    assert list(_comers_and_goers(table(*many))["most"]) == list(range(19, 19 - LANGUAGES_SHOWN, -1))
