"""Values over time: what holds when, and since which commit."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analyzer.compare.steps import Steps, common
from analyzer.model.claim import Interval


def steps(*pairs: tuple[int, float]) -> Steps:
    frame = pd.DataFrame(
        {
            "sha": [f"c{place}" for place in range(len(pairs))],
            "time": [time for time, _ in pairs],
            "value": [value for _, value in pairs],
            "comment": [value * 2 for _, value in pairs],
        }
    )
    return Steps.from_frame(frame)


def test_a_value_stays_until_the_next_commit() -> None:
    found = steps((10, 1.0), (20, 2.0)).at(19)
    assert found is not None
    assert (found.sha, found.value, found.parts) == ("c0", 1.0, {"comment": 2.0})


def test_there_is_no_value_before_the_first_commit() -> None:
    assert steps((10, 1.0)).at(9) is None


def test_a_commit_that_claims_an_earlier_time_hides_those_before_it() -> None:
    # `git rev-list -1 --before=16` walks from the head and stops at c2, although c1 says 20.
    found = steps((10, 1.0), (20, 2.0), (15, 3.0), (30, 4.0)).at(16)
    assert found is not None
    assert found.sha == "c2"


def test_intervals_begin_and_end_at_commits_and_stay_open_at_the_head() -> None:
    values = steps((10, 1.0), (20, 2.0), (30, 1.0), (40, 2.0))
    assert values.intervals(values.values == 2.0) == (Interval(20, 30), Interval(40, None))


def test_spans_that_meet_within_one_second_are_one() -> None:
    values = steps((10, 2.0), (20, 1.0), (20, 2.0), (30, 1.0))
    assert values.intervals(values.values == 2.0) == (Interval(10, 30),)


def test_a_share_steps_where_either_value_steps() -> None:
    shares = steps((10, 1.0), (30, 2.0)).relative_to(steps((20, 4.0), (40, 8.0)))
    assert shares.times.tolist() == [20, 30, 40]
    assert shares.values.tolist() == [0.25, 0.5, 0.25]


def test_a_share_of_nothing_cannot_be_told() -> None:
    assert np.isnan(steps((10, 1.0)).relative_to(steps((10, 0.0))).values).all()


flags = st.lists(st.booleans(), min_size=1, max_size=30)


@given(flags, flags)
def test_the_common_spans_are_those_in_which_both_hold(one: list[bool], two: list[bool]) -> None:
    size = min(len(one), len(two))
    series = steps(*((second, 0.0) for second in range(size)))
    first, second = (series.intervals(np.array(held[:size])) for held in (one, two))
    both = np.array(one[:size]) & np.array(two[:size])
    assert common(first, second) == series.intervals(both)
