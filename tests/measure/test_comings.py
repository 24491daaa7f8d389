"""People's comings and goings against counts by hand, person by person and span by span."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.measure.metrics.contributors import contributors
from analyzer.measure.metrics.lost import lost
from analyzer.measure.metrics.newcomers import newcomers
from analyzer.measure.metrics.returning import returning
from analyzer.measure.presence import leaves
from analyzer.measure.windows import months_before
from analyzer.model.metric import ALL_TIME, TWELVE_MONTHS, Window
from tests.build import at, commit, facts, options

END = at("2020-07-01")
HISTORIES = st.lists(st.tuples(st.sampled_from("abc"), st.integers(at("2014-01-01"), END)), min_size=1, max_size=12)


def built(history):
    return facts(commits=[commit(n, by=f"{who} <{who}@example.org>", on=on) for n, (who, on) in enumerate(history, 1)])


def of(history):
    return {who: sorted(on for other, on in history if other == who) for who in {who for who, _ in history}}


def left(times, after, until):
    """Whether a person is gone at `until` and was not at `after`."""
    by_then = [time for time in times if time <= until]
    return bool(by_then) and by_then[-1] <= months_before(until, 12) and by_then[-1] > months_before(after, 12)


def value(metric, made, window=ALL_TIME):
    return metric.measure(made, options(window=window))["value"][0]


@settings(max_examples=60)
@given(HISTORIES)
def test_a_window_counts_as_one_would_by_hand(history):
    made, window = built(history), Window("30 months", months=30)
    after = months_before(END, 30)
    known = of(history)
    assert value(newcomers, made, window) == sum(after < times[0] for times in known.values())
    assert value(lost, made, window) == sum(left(times, after, END) for times in known.values())
    came_back = [
        any(b > after and b >= leaves(np.array([a]), TWELVE_MONTHS)[0] for a, b in pairwise(times))
        for times in known.values()
    ]
    assert value(returning, made, window) == sum(came_back)


@settings(max_examples=60)
@given(HISTORIES)
def test_years_count_who_was_there_the_year_before_and_is_not_now(history):
    made, known = built(history), of(history)
    for row in lost.measure(made, options(by="year")).to_dict("records"):
        after, until = at(f"{row['year']}-01-01") - 1, min(at(f"{int(row['year']) + 1}-01-01") - 1, END)
        assert row["value"] == sum(left(times, after, until) for times in known.values())
    assert newcomers.measure(made, options(by="year"))["value"].sum() == len(known) == value(newcomers, made)


@settings(max_examples=60)
@given(HISTORIES)
def test_who_is_there_is_who_was_there_and_came_and_did_not_leave(history):
    made = built(history)
    now, before = (value(contributors, made, window) for window in (TWELVE_MONTHS, Window("", months=12, skip=12)))
    gone, new, back = (value(metric, made, TWELVE_MONTHS) for metric in (lost, newcomers, returning))
    # Who leaves and comes back within the twelve months is there at both ends.
    assert now - (before - gone + new) <= back
    assert now >= before - gone + new
