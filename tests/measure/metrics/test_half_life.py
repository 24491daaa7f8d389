"""Half-lives of hand-made lines."""

import pandas as pd

from analyzer.measure.metrics.half_life import half_life
from tests.build import LIFETIMES, facts, options


def test_half_of_the_lines_are_gone_after_fifteen_months() -> None:
    row = half_life.measure(facts(), options()).iloc[0]
    # 17 lines without the blank ones: 3 go at 2 months, 6 of the 14 left at 15 months.
    assert pd.isna(row["value"]) == (14 / 17 * 8 / 14 > 0.5)
    assert row["value"] == 15 / 12
    assert (row["written"], row["there"]) == (17, 8)


def test_kinds_have_half_lives_of_their_own() -> None:
    table = half_life.measure(facts(), options(by="kind")).set_index("kind")
    assert list(table.index) == ["code", "comment", "docstring"]
    assert table.loc["code", "value"] == 15 / 12
    assert table.loc["comment", "value"] == 2 / 12
    assert table.loc["docstring", "written"] == 3


def test_scopes_are_told_apart() -> None:
    table = half_life.measure(facts(), options(by="scope")).set_index("scope")
    assert table["written"].to_dict() == {"source": 14, "tests": 3}
    only = half_life.measure(facts(), options(scopes=frozenset({"tests"}))).iloc[0]
    assert only["value"] == 2 / 12


def test_only_programming_languages_count() -> None:
    row = {"born": 590, "died": 591, "kind": "comment", "language": "Gettext", "lines": 1000}
    known = facts(lifetimes=[*LIFETIMES, row])
    assert half_life.measure(known, options(categories={"Gettext": "data"})).iloc[0]["written"] == 17
    assert half_life.measure(known, options()).iloc[0]["written"] == 1017
