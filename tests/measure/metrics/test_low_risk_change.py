"""The share of change that is of low risk."""

import pandas as pd
import pytest

from analyzer.measure.metrics.low_risk_change import low_risk_change
from tests.build import BOB, commit, facts, options


def quality(commit_id, path_id, **profile):
    return {"commit_id": commit_id, "path_id": path_id, **profile}


TWO = facts(
    commits=[commit(1, on="2020-05-01"), commit(2, by=BOB, on="2020-07-01"), commit(3, on="2020-07-01")],
    commit_quality=[{"commit_id": 1}, {"commit_id": 2}, {"commit_id": 3, "problem": "too large"}],
    paths=["a.py", "b.py"],
    change_quality=[
        quality(1, 1, size_low=30, complexity_high=10),
        quality(1, 2, size_low=-10),
        quality(2, 1, size_high=-5, size_low=-15, interfacing_low=20),
        quality(3, 1, size_low=1000),
    ],
)


def measured(**asked):
    return low_risk_change.measure(TWO, options(**asked))


def test_within_a_commit_files_balance_and_over_commits_lines_are_summed():
    row = measured().iloc[0]
    # Size: 20 of 20 good, then 5 of 20. Complexity: 0 of 10. Interface: 20 of 20.
    assert (row["good"], row["changed"], row["commits"]) == (45, 70, 2)
    assert row["value"] == pytest.approx(100 * 45 / 70)
    assert (row["size"], row["complexity"], row["interfacing"]) == (62.5, 0, 100)


def test_a_kind_without_change_cannot_be_told_for_a_commit():
    rows = measured(by="commit").set_index("sha")
    first, second = (rows.loc[f"{number:040x}"] for number in (1, 2))
    assert (first["size"], first["complexity"]) == (100, 0)
    assert pd.isna(first["interfacing"]) and pd.isna(second["complexity"])
    assert (second["size"], second["interfacing"]) == (25, 100)
    assert len(rows) == 2


def test_by_kind():
    rows = measured(by="kind")
    assert list(rows["kind"]) == ["unit size", "unit complexity", "unit interfacing"]
    assert list(rows["value"]) == [62.5, 0, 100]
    assert list(rows["changed"]) == [40, 10, 20]


def test_by_file_nothing_balances_across_files():
    rows = measured(by="file")
    assert list(rows["path"]) == ["a.py", "b.py"]
    assert list(rows["good"]) == [30 + 5 + 20, 0]


def test_a_month_without_change_cannot_be_told():
    rows = measured(by="month")
    assert list(rows["month"]) == ["2020-05", "2020-06", "2020-07"]
    assert list(rows["value"].isna()) == [False, True, False]
    assert list(rows["commits"]) == [1, 0, 1]


def test_by_person_names_are_shown_and_no_address_those_first_who_changed_most():
    rows = measured(by="person")
    assert list(zip(rows["person"], rows["changed"], strict=True)) == [("Bob", 40), ("Ada", 30)]
    assert not any("@" in str(cell) for cell in rows.to_numpy().ravel())


def test_where_nothing_was_looked_at_it_is_not_known():
    nothing = facts(commit_quality=[], change_quality=[])
    assert pd.isna(low_risk_change.measure(nothing, options())["value"][0])
