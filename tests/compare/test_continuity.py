"""What of the tables on continuity a reader looks at."""

from __future__ import annotations

import pandas as pd
import pytest

from analyzer.compare.asked import PLACES
from analyzer.compare.asks.continuity import COHORTS_SHOWN, MOST_ACTIVE, ORGANISATIONS_SHOWN, STAYS_SHOWN, YEARS_SHOWN
from analyzer.compare.asks.continuity import PLACES as PLACES_OF_CURVE

CUTS = {ask.slug: ask.cut for ask in PLACES}


def organisations(*rows: tuple[str, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["organisation", "value"])
    return table.assign(share=100 * table["value"] / table["value"].sum(), people=2)


def test_the_newest_years_are_shown():
    table = pd.DataFrame({"year": [str(year) for year in range(2000, 2026)], "value": range(26)})
    assert list(CUTS["absence-by-year"](table)["year"]) == [str(year) for year in range(2026 - YEARS_SHOWN, 2026)]


def test_the_most_active_are_read_from_the_other_end_of_the_curve():
    curve = pd.DataFrame({"share": [0.0, 50, 75, 100], "value": [0.0, 20, 40, 100]})
    table = CUTS["most-active"](curve)
    assert list(table["share"]) == list(MOST_ACTIVE)
    assert list(table["value"]) == pytest.approx([2.4, 12, 24, 48, 80])


@pytest.mark.parametrize("slug", ["most-active", "lorenz"])
def test_where_nobody_wrote_nobody_is_most_active(slug):
    assert CUTS[slug](pd.DataFrame({"share": [], "value": []})).empty


def test_the_curve_is_drawn_at_the_same_few_places_of_all():
    curves = [{"share": [0.0, 50, 100], "value": [0.0, 20, 100]}, {"share": [0.0, 100], "value": [0.0, 100]}]
    one, two = (CUTS["lorenz"](pd.DataFrame(curve)) for curve in curves)
    assert list(one["share"]) == list(two["share"]) == list(PLACES_OF_CURVE)
    assert len(one) <= 60
    assert one["value"].is_monotonic_increasing
    assert list(two["value"]) == pytest.approx(list(PLACES_OF_CURVE))
    assert one.set_index("share")["value"][[25, 50, 75, 100]].tolist() == [10, 20, 60, 100]


def test_the_largest_organisations_are_named_and_the_rest_is_summed():
    names = [(f"o{place}.example", 20 - place) for place in range(ORGANISATIONS_SHOWN + 2)]
    table = CUTS["organisations"](organisations(("(free mail)", 50), *names, ("(no domain)", 1)))
    expected = [name for name, _ in names[:ORGANISATIONS_SHOWN]] + ["(others)", "(free mail)", "(no domain)"]
    assert list(table["organisation"]) == expected
    assert table["value"].sum() == 50 + sum(value for _, value in names) + 1
    assert table["share"].sum() == pytest.approx(100)
    assert table.set_index("organisation")["people"].isna().tolist() == [name == "(others)" for name in expected]


def test_without_more_there_are_no_others():
    table = CUTS["organisations"](organisations(("(free mail)", 50), ("o.example", 3)))
    assert list(table["organisation"]) == ["o.example", "(free mail)"]


def test_of_newcomers_a_few_years_of_the_newest_cohorts_are_shown():
    rows = [(str(cohort), year) for cohort in range(2000, 2020) for year in range(1, 2022 - cohort)]
    table = CUTS["cohorts"](pd.DataFrame(rows, columns=["cohort", "year"]))
    assert sorted(set(table["year"])) == [2, 3, 5]
    assert sorted(set(table["cohort"])) == [str(cohort) for cohort in range(2020 - COHORTS_SHOWN, 2020)]


def test_of_those_who_stay_a_few_ages_are_shown():
    assert list(CUTS["staying"](pd.DataFrame({"age": [1, 2, 3, 5], "value": 50.0}))["age"]) == list(STAYS_SHOWN[:3])
