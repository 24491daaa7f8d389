"""Counts over a window that slides along."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.measure.metrics.commits import commits
from analyzer.measure.metrics.contributors import contributors
from analyzer.measure.presence import leaves
from analyzer.measure.windows import months_before
from analyzer.model.metric import ALL_TIME, THIRTY_DAYS, TWELVE_MONTHS, Window
from tests.build import BOB, at, commit, facts, options

HISTORY = (
    commit(1, on="2018-03-10"),
    commit(2, by=BOB, on="2018-06-01"),
    commit(3, on="2018-12-24"),
    commit(4, by=BOB, on="2020-01-15"),
)


def rows(table: pd.DataFrame) -> list[tuple[int, int, float]]:
    """Return (number of the commit, time, value)."""
    return [(int(sha, 16), time, value) for sha, time, value in table.itertuples(index=False)]


def test_people_come_and_leave_when_their_last_commit_is_twelve_months_old() -> None:
    known = facts(commits=HISTORY, end="2020-07-01")
    table = contributors.measure(known, options(by="moment", window=TWELVE_MONTHS))
    assert rows(table) == [
        (1, at("2018-03-10"), 1),
        (2, at("2018-06-01"), 2),
        (3, at("2019-06-01"), 1),
        (3, at("2019-12-24"), 0),
        (4, at("2020-01-15"), 1),
    ]


def test_over_all_time_nobody_leaves() -> None:
    table = contributors.measure(facts(commits=HISTORY), options(by="moment"))
    assert rows(table) == [(1, at("2018-03-10"), 1), (2, at("2018-06-01"), 2)]


def test_every_commit_counts_by_itself() -> None:
    table = commits.measure(facts(commits=HISTORY), options(by="moment", window=THIRTY_DAYS))
    assert [value for _, _, value in rows(table)] == [1, 0, 1, 0, 1, 0, 1, 0]


def test_what_is_dated_after_the_end_is_there_at_the_end_over_all_time_only() -> None:
    known = facts(commits=[commit(1, on="2018-03-10"), commit(2, by=BOB, on="2030-01-01")], end="2020-07-01")
    assert rows(contributors.measure(known, options(by="moment")))[-1] == (1, at("2020-07-01"), 2)
    last = rows(contributors.measure(known, options(by="moment", window=TWELVE_MONTHS)))[-1]
    assert last == (1, at("2019-03-10"), 0)


def test_a_day_that_a_month_lacks_is_the_first_of_the_next() -> None:
    found = leaves(np.array([at("2019-01-31 10:00:00")]), Window("a month", months=1))
    assert found.tolist() == [at("2019-03-01")]


@given(st.integers(min_value=0, max_value=2**31), st.sampled_from([TWELVE_MONTHS, THIRTY_DAYS]))
def test_leaving_is_the_first_second_outside_of_the_window(time: int, window: Window) -> None:
    end = int(leaves(np.array([time]), window)[0])

    def inside(when: int) -> bool:
        return months_before(when, window.months) - window.days * 86_400 < time

    assert not inside(end)
    assert inside(end - 1)


@pytest.mark.parametrize("window", [ALL_TIME, TWELVE_MONTHS, THIRTY_DAYS])
@given(days=st.lists(st.integers(min_value=0, max_value=1500), min_size=1, max_size=30))
def test_the_last_value_is_what_the_metric_says_of_the_moment(window: Window, days: list[int]) -> None:
    start = at("2016-06-01")
    some = [commit(n, by=f"P{n % 4} <p>", on=start + day * 86_400 + n) for n, day in enumerate(days, 1)]
    known = facts(commits=some, end="2019-09-13")
    for metric in (contributors, commits):
        table = metric.measure(known, options(by="moment", window=window))
        last = table["value"].iloc[-1] if len(table) else 0
        assert last == metric.measure(known, options(window=window))["value"].iloc[0]
