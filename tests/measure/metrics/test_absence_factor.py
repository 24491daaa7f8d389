"""How few people make half of the work."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analyzer.measure.metrics.absence_factor import absence_factor
from analyzer.model.metric import THIRTY_DAYS, TWELVE_MONTHS
from tests.build import BOB, change, commit, facts, options, without
from tests.measure.test_contributions import SURVIVORS

CHAOSS = (1000, 433, 343, 332, 202, 90, 42, 33)


def written(*counts: int) -> list[dict]:
    """Return commits of as many people, so many of each."""
    authors = [f"P{place} <p{place}@example.org>" for place, count in enumerate(counts) for _ in range(count)]
    return [commit(number, by=author) for number, author in enumerate(authors, 1)]


def test_the_example_of_chaoss_gives_two():
    (row,) = absence_factor.measure(facts(commits=written(*CHAOSS)), options()).to_dict("records")
    assert row == {"value": 2, "people": 8, "largest": 100 * 1000 / 2475}


def test_it_is_of_the_window():
    table = absence_factor.measure(facts(), options(window=TWELVE_MONTHS))
    assert table.to_dict("records") == [{"value": 1, "people": 2, "largest": 100 * 2 / 3}]
    old = facts(commits=[commit(1, on="2018-01-01")])
    assert absence_factor.measure(old, options(window=THIRTY_DAYS))["value"].isna().all()


def test_by_year_it_is_of_the_twelve_months_that_end_there():
    rows = [commit(1), commit(2, by=BOB, on="2017-05-01"), commit(3, on="2017-06-01"), commit(4, on="2019-08-01")]
    table = absence_factor.measure(facts(commits=rows[1:], end="2020-07-01"), options(by="year"))
    assert list(table["year"]) == ["2017", "2018", "2019", "2020"]
    assert list(table["value"].fillna(-1)) == [1, -1, 1, 1]
    assert list(table["people"]) == [2, 0, 1, 1]


def test_by_kind_it_is_of_commits_lines_and_what_survives():
    known = without(facts(changes=[change(1, 1, 1), change(2, 2, 9)]), "survivors")
    table = absence_factor.measure(known, options(by="kind"))
    assert list(table["kind"]) == ["commits", "lines changed", "surviving lines"]
    assert list(table["largest"].fillna(-1)) == [75, 90, -1]
    known = replace(known, tables={**known.tables, "survivors": SURVIVORS})
    last = absence_factor.measure(known, options(by="kind")).iloc[-1]
    assert (last["value"], last["people"], last["largest"]) == (1, 2, 100 * 20 / 32)


def test_lines_are_of_the_window_too():
    known = without(facts(), "survivors")
    table = absence_factor.measure(known, options(by="kind", window=THIRTY_DAYS)).set_index("kind")
    assert table.loc["lines changed", "people"] == 1
    assert pd.isna(table.loc["surviving lines", "value"])
